//! Tasks (nhiệm vụ): who has to do what.
pub(crate) mod subject;
