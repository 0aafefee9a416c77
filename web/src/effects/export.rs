//! Files that go out.
