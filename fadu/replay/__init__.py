"""回放: a published year driven through the engine, so that its figures come from records again."""
