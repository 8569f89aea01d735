"""The pages: phone pages of workers and employers, the counter desk. No rules inside.

Owns the layouts (base, worker, employer, desk, plain), the parts pages are made of (templates/parts),
the style (static/web over a trimmed Bootstrap in static/vendor) and the words of pages (words, say).
A view is: authorising loader, form, one domain call, render.  Its words: *part* (a template to
include, its inputs documented at its top), *tone* (good, warn, bad, info, plain – always with icon
and word), *act* (the one main thing a page asks for), *elder mode* (长辈版, larger everything).
"""
