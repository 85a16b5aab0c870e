//! The harness itself: that it finds what a person would find, and that nothing which goes wrong unseen stays unseen.

use journeys::{Folder, Host, Key, Outcome, Scheme, Visit, starting};

/// A host of a page of our own, with `body` in it.
fn host_of(body: &str) -> Outcome<Host> {
    let folder = Folder::new("page")?;
    std::fs::write(folder.path().join("index.html"), "")?;
    let host = Host::start_with(folder.path())?;
    host.gives("index.html", format!("<!doctype html><link rel=icon href='data:,'><title>A page</title>{body}"));
    Ok(host)
}

#[tokio::test]
async fn things_are_found_by_role_and_name() -> Outcome {
    let host = host_of(
        "<h1>Plan</h1> <label>Candidate <input></label> <label>Level <select><option>One<option>Two</select></label>
         <section aria-label='Left'><button>Add</button></section> <section aria-label='Right'>
         <button onclick='this.textContent += `ed`'>Add</button></section>
         <details><summary>More</summary>Hidden</details> <label>Document <input type=file></label>",
    )?;
    let person = Visit::to(&host).sized(360, 700).coloured(Scheme::Dark).open("").await?;
    person.finds_heading(1, "Plan").await?;
    person.fill("textbox", "Candidate", "Ana").await?;
    person.is_at("textbox", "Candidate").await?;
    person.presses_key(Key::Tab).await?;
    person.is_at("combobox", "Level").await?;
    person.choose("Level", "Two").await?;
    person.inside("region", "Right").await?.press("button", "Add").await?;
    person.finds("button", "Added").await?;
    person.press("button", "More").await?;
    person.sees("Hidden").await?;
    person.gives_file(starting("Document"), &std::path::absolute("Cargo.toml")?).await?;
    person.misses("link", "Add").await?;
    assert_eq!(person.title().await?, "A page");
    person.leaves().await
}

#[tokio::test]
async fn what_is_not_found_is_told_with_what_is_there() -> Outcome {
    let host = host_of("<button>Add</button> <button>Add</button>")?;
    let person = Visit::to(&host).open("").await?;
    let told = person.press("button", "Add").await.expect_err("there are two").to_string();
    assert!(told.contains("harness.rs:") && told.contains("2 button “Add” is to be seen after 10 s"), "{told}");
    assert!(told.ends_with("\n  button “Add”\n  button “Add”"), "{told}");
    person.leaves().await
}

#[tokio::test]
async fn an_error_in_the_console_is_not_left_unseen() -> Outcome {
    let host = host_of("<h1>Fine</h1><script>console.error('something broke')</script>")?;
    let person = Visit::to(&host).open("").await?;
    person.finds_heading(1, "Fine").await?;
    let told = person.leaves().await.expect_err("there is an error").to_string();
    assert!(told.contains("something broke"), "{told}");

    let person = Visit::to(&host).open("").await?;
    person.expects_error("something broke");
    person.leaves().await
}

#[tokio::test]
async fn a_breach_of_the_policy_is_not_left_unseen() -> Outcome {
    let policy = "<meta http-equiv=Content-Security-Policy content=\"img-src 'self'\">";
    let host = host_of("")?;
    let nobody = host.nobody().url();
    host.gives(
        "index.html",
        format!("{policy}<link rel=icon href='icon.svg'><h1>Fine</h1><img alt='' src='{nobody}'>"),
    );
    host.gives("icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    let person = Visit::to(&host).open("").await?;
    person.finds_heading(1, "Fine").await?;
    let told = person.leaves().await.expect_err("there is a breach").to_string();
    assert!(told.contains("securitypolicyviolation: img-src http://127.0.0.1"), "{told}");
    assert_eq!(host.nobody().visitors(), 0);
    Ok(())
}

#[tokio::test]
async fn a_request_to_another_host_is_not_left_unseen() -> Outcome {
    let host = host_of("")?;
    let nobody = host.nobody().url();
    let page =
        format!("<!doctype html><h1>Fine</h1><script>fetch('{nobody}', {{ mode: 'no-cors' }}).catch(() => 0)</script>");
    host.gives("index.html", page);
    let person = Visit::to(&host).open("").await?;
    person.expects_error("");
    for _look in (0..400).take_while(|_| host.nobody().visitors() == 0) {
        person.finds_heading(1, "Fine").await?;
    }
    let told = person.leaves().await.expect_err("there is a request").to_string();
    assert!(told.contains("something connected"), "{told}");
    Ok(())
}

#[tokio::test]
async fn a_crash_leaves_the_profile() -> Outcome {
    let host = host_of(
        "<h1>Kept</h1><script>document.write(localStorage.kept ?? 'nothing'); localStorage.kept = 'it'</script>",
    )?;
    let person = Visit::to(&host).open("").await?;
    person.sees("nothing").await?;
    person.reloads().await?;
    person.sees("Kept it").await?;
    let profile = person.profile();
    person.leaves().await?;
    let person = Visit::to(&host).with_profile(profile).open("").await?;
    person.sees("Kept it").await?;
    let profile = person.crashes()?;
    let person = Visit::to(&host).with_profile(profile).open("").await?;
    person.finds_heading(1, "Kept").await?;
    person.leaves().await
}
