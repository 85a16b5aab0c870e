//! Packages with something wrong.
