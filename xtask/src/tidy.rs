//! stub
use crate::failure::Result;
pub const CHECKS: [(&str, fn() -> Result<()>); 0] = [];
pub fn tidy() -> Result<()> {
    Ok(())
}
