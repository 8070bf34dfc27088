"""The ledger 账: what was done, append-only, chained, sealed daily, verifiable without the database.

Importing this package imports no Django, so that ``python -m fadu.ledger.offline FILE`` runs on a machine without it.

* ``book``: ``append``, ``append_many``, ``entries``
* ``attachments``: ``attach``, ``open_attachment``
* ``seals``: ``seal``, ``seal_until``, ``missing_seals``, ``prove``
* ``verification``: ``verify``, ``standing_of``; ``exporting``: ``export``
* ``offline``: ``verify_export``; ``proofs``: ``Proof``, ``check_proof``
"""
