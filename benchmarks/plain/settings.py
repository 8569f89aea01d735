"""The settings of the product, and two addresses more."""

from lingong import settings as product

globals().update({name: getattr(product, name) for name in dir(product) if name.isupper()})
ROOT_URLCONF = "benchmarks.plain.urls"
