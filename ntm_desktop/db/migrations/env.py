"""Alembic's entry: runs the steps over the connection that is already open, inside its transaction."""

from contextlib import AbstractContextManager
from typing import Any

from alembic import context
from alembic.operations import BatchOperations, Operations

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    transactional_ddl=True,
    render_as_batch=True,  # SQLite changes a column by making the table anew
)
with Operations.context(context.get_context()) as operations:
    alter = operations.batch_alter_table

    def in_place(*args: Any, **named: Any) -> AbstractContextManager[BatchOperations]:
        """A table made anew would be gone from under the foreign keys of others."""
        return alter(*args, **{**named, "recreate": "never"})

    if connection.dialect.name != "sqlite":
        operations.batch_alter_table = in_place  # type: ignore[method-assign, assignment]
    context.get_context().run_migrations()
