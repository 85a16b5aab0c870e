//! What is kept: the traits that all layers above store through, and their twins in memory.
//!
//! Nothing here knows a browser. The edge that does stands in `app::storage`.

pub mod memory;
pub mod storage;
