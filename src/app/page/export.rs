//! An assessment out of the archive and into a file of the device.

use crate::app::desk::Desk;
use crate::app::file;
use crate::record::Summary;

/// Saves the assessment as a file, and says so.
///
/// # Errors
/// What is missing or damaged, or that the browser could not save, in plain words.
pub async fn export(desk: Desk, summary: Summary, with_names: bool) -> Result<String, String> {
    let text = desk.export(&summary.id, with_names).await.map_err(|error| error.to_string())?;
    let name = summary.file_name(with_names);
    file::save(&name, &text).map_err(|error| error.to_string())?;
    let names = if with_names { "with names" } else { "without names" };
    Ok(format!("Exported {names}: {name}"))
}
