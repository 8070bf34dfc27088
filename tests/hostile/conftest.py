"""The toy case of the engine's tests, and the desk of the desk's tests, in hostile hands."""

from tests.engine.conftest import case, decided, filed, inquired  # noqa: F401  fixtures, used by being here
