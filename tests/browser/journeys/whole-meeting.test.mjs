// The whole meeting, two people at two browsers: from pasted notes to a sheet of actions that covers
// every root, with nothing left to ask.

import assert from "node:assert/strict";
import { test } from "node:test";
import { stage } from "../browser.mjs";
import { command } from "../command.mjs";
import { exported } from "../files.mjs";
import { card, map, opened, saved, selected, spokenCards, spokenLinks } from "../map.mjs";
import { yWebsocket } from "../servers.mjs";
import { closeTogether, connect, takeName, together } from "../together.mjs";
import { becomes } from "../wait.mjs";

const { visit } = await stage();

/** What the scribe wrote down before the meeting. */
const NOTES = `# Checkout outage, 3 March 2021
Impact: checkout was down for 40 minutes
- the connection pool was exhausted (09:12 UTC)
  - clients retried without a pause
- nobody was told for 20 minutes
`;

const dialog = (page, name) => page.getByRole("dialog", { name });
const strip = (page) => page.getByRole("region", { name: "Link test" });
const board = (page) => page.getByRole("region", { name: "Actions", exact: true });
const phases = (page) => page.getByRole("navigation", { name: "Phases" });
const isOpen = (page, name) =>
  becomes(() => phases(page).locator("[aria-current=step]").textContent(), name, "the open phase");

/** What both see is the same. */
const agree = async (one, other) => {
  await becomes(async () => [await spokenCards(other), await spokenLinks(other)],
    [await spokenCards(one), await spokenLinks(one)], "the map of the other");
};

test("a whole meeting of two people ends with nothing left to ask", async (t) => {
  const server = await yWebsocket();
  t.after(() => server.end());
  const options = { named: [server.address] };
  const [facilitator, engineer] = [await visit(options), await visit(options)];
  const ann = await facilitator.open();
  const bob = await engineer.open();

  await t.test("facts from pasted notes", async () => {
    await ann.getByRole("textbox", { name: "Bring notes" }).fill(NOTES);
    await ann.getByRole("button", { name: "Make a map of these notes" }).click();
    await opened(ann, 4);
    await isOpen(ann, "Facts");
  });

  await t.test("a colleague joins by a link", async () => {
    const link = await connect(ann, server);
    await takeName(ann, "Ann");
    await bob.goto(link);
    await together(bob).getByText("This link asks to connect to").waitFor();
    await together(bob).getByRole("button", { name: "Connect" }).click();
    await together(bob).getByText("Connected to").waitFor();
    await closeTogether(bob);
    await opened(bob, 4);
    await takeName(bob, "Bob");
    await ann.getByRole("button", { name: "Here with you: Bob" }).waitFor();
    await agree(ann, bob);
  });

  await t.test("a silent round, shown at once on both maps", async () => {
    await map(ann).focus();
    await ann.keyboard.press(".");
    await isOpen(bob, "Causes");
    await card(ann, "nobody was told").click();
    await selected(ann, "nobody was told");
    await command(ann, "Silent round");
    await dialog(ann, "Silent round").getByRole("button", { name: "Open the round" }).click();
    await bob.getByRole("button", { name: "Write your notes" }).click();
    for (const [page, note] of [
      [ann, "The alert went to a closed channel"],
      [bob, "The alert went to the channel that was closed"],
      [bob, "Support has no way to page us"],
    ]) {
      const field = dialog(page, "Silent round").getByRole("textbox", { name: "Write a note" });
      await field.fill(note);
      await field.press("Enter");
      await dialog(page, "Silent round").getByRole("listitem").filter({ hasText: note }).waitFor();
    }
    assert.equal((await spokenCards(ann)).length, 4, "nothing is shown before all is");
    await dialog(ann, "Silent round").getByRole("button", { name: "Show all notes" }).click();
    await Promise.all([opened(ann, 7), opened(bob, 7)]);
    await bob.getByText("Your 2 notes are on the map, without your name.").waitFor();
    await agree(ann, bob);
    await dialog(ann, "Silent round")
      .getByRole("button", { name: "Merge into this: The alert went to a closed channel" }).click();
    await Promise.all([opened(ann, 6), opened(bob, 6)]);
    await dialog(ann, "Silent round").getByRole("button", { name: "End the round" }).click();
    await ann.keyboard.press("Escape");
    await dialog(bob, "Silent round").waitFor();
    await bob.keyboard.press("Escape");
  });

  await t.test("every link and join is tested, one key each", async () => {
    await map(ann).focus();
    await ann.keyboard.press("t");
    const question = () => strip(ann).getByRole("status").innerText();
    const asks = (words) => /^(Had|Do these)/.test(words);
    await becomes(async () => asks(await question()), true, "a link is asked about");
    for (let asked = await question(), keys = 0; asks(asked); keys += 1) {
      assert.ok(keys < 10, "it asks no end of questions");
      await ann.keyboard.press(asked.startsWith("Had") ? "n" : "a");
      await becomes(async () => (await question()) !== asked, true, `something else than “${asked}”`);
      asked = await question();
    }
    assert.match(await question(), /^All 5 links are tested, and every join is known\./);
    await ann.keyboard.press("Escape");
    await agree(ann, bob);
    assert.equal((await spokenLinks(bob)).filter((words) => !words.endsWith(": necessary")).length, 0);
  });

  await t.test("both put their dots, shown together", async () => {
    await command(ann, "Votes");
    await dialog(ann, "Votes").getByRole("button", { name: "Open the votes" }).click();
    await bob.getByRole("button", { name: "Put your dots" }).click();
    for (const page of [ann, bob]) {
      const row = dialog(page, "Votes").getByRole("row").filter({ hasText: "Support has no way to page us" });
      await row.getByRole("button", { name: /^A dot for would matter/ }).click();
    }
    await dialog(ann, "Votes").getByRole("button", { name: "Show everybody’s dots" }).click();
    for (const page of [ann, bob]) {
      const row = dialog(page, "Votes").getByRole("row").filter({ hasText: "Support has no way to page us" });
      await becomes(() => row.getByRole("cell").allTextContents().then((cells) => cells.slice(0, 2)),
        ["0", "2"], "the dots of both");
    }
    await dialog(ann, "Votes").getByRole("button", { name: "End the votes" }).click();
    await ann.keyboard.press("Escape");
    await bob.keyboard.press("Escape");
  });

  await t.test("three actions of two people cover every root", async () => {
    await map(ann).focus();
    await ann.keyboard.press(".");
    await board(bob).getByText("No action is written down yet").waitFor();
    for (const [page, root, kind, action, covered] of [
      [ann, "clients retried without a pause", "Start", "Pause between retries", 1],
      [bob, "Support has no way to page us", "Experiment", "Support pages the on-call engineer for a month", 2],
      [bob, "The alert went to a closed channel", "Stop", "Closing channels that alerts go to", 3],
    ]) {
      await board(page).getByRole("region", { name: "Not addressed yet" }).getByRole("button", { name: root }).click();
      await selected(page, root);
      const field = board(page).getByRole("region", { name: kind, exact: true }).getByRole("textbox");
      await field.fill(action);
      await field.press("Enter");
      for (const each of [ann, bob]) {
        await board(each).getByText(`Actions address ${covered} of 3 roots`).waitFor();
      }
    }
  });

  await t.test("nothing is left to ask, and the file has it all", async () => {
    await map(bob).focus();
    await bob.keyboard.press("/");
    await dialog(bob, "Ask").waitFor();
    await bob.keyboard.type("still open");
    await bob.keyboard.press("Enter");
    const answer = bob.getByRole("region", { name: "Answer" });
    await answer.getByText("5 of 5 links are tested").waitFor();
    await Promise.all([saved(ann), saved(bob)]);
    const [mine, theirs] = await Promise.all([ann, bob].map(async (page) =>
      JSON.parse((await exported(page, "Whyweb file")).text).incident));
    assert.deepEqual(theirs, mine);
    assert.equal(mine.actions.length, 3);
    assert.equal(mine.links.length, 5);
    assert.ok(mine.links.every((link) => link.test === "necessary"));
    assert.doesNotMatch(JSON.stringify(mine), /Ann|Bob/, "nothing says who said what");
  });
  await facilitator.end();
  await engineer.end();
});
