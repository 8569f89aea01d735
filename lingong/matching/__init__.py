"""Who fits which gig: facts gathered from people and postings, recommendations with their reasons.

Owns the reading of facts for the engine (`recommend`) and the tie between a worker and an employer.
Words: rule (hard, opens or shuts a pair), preference (soft, 0..1), score, reason.  The arithmetic is
`matching.engine`, which knows neither Django nor the rest of Lingong; this package fills its columns.
A recommendation reserves nothing: taking a place is `hiring.confirm`.
"""
