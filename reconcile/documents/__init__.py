"""Documents: what was given to read, and what of it is the article.

`read_documents` turns paths into documents; `article.study` finds in one the article, its language and when it
was published.
"""

from reconcile.documents.model import Article, Document, DocumentRole
from reconcile.documents.reading import Reading, read_documents

__all__ = ["Article", "Document", "DocumentRole", "Reading", "read_documents"]
