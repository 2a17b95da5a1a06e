/// The style sheet of the explanation page. The switches at its top hide and show blocks by fate, without a script.
let pageStyle = """
  :root { color-scheme: light dark;
    --paper: light-dark(#fdfcf9, #191b1e); --ink: light-dark(#22262b, #dfe2e6); --faint: light-dark(#6d7480, #939aa5);
    --line: light-dark(#e3e0d8, #34383e); --kept: light-dark(#1f7a4d, #63c596); --edited: light-dark(#96660a, #e0b04f);
    --moved: light-dark(#2259a8, #7cabf0); --removed: light-dark(#b0322b, #f08a80); }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
    font: 16px/1.55 Georgia, "Times New Roman", serif; }
  h1 { font-size: 1.6rem; line-height: 1.25; margin: 1rem 0 .25rem; }
  h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
  label, .origin, .why, table, .finding { font-family: system-ui, sans-serif; font-size: .82rem; }
  code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
  .origin, .why, .raw { color: var(--faint); }
  label { display: inline-block; margin: 0 1.1rem .3rem .25rem; cursor: pointer; font-weight: 600; }
  ol { list-style: none; margin: 0; padding: 0; }
  li { border-left: 4px solid currentColor; padding: .35rem 0 .35rem .9rem; margin: 0 0 .5rem; }
  li > * { margin: 0; }
  .text { color: var(--ink); white-space: pre-wrap; overflow-wrap: anywhere; }
  .kept { color: var(--kept); } .edited { color: var(--edited); } .moved { color: var(--moved); } .removed { color: var(--removed); }
  li.removed .text { color: var(--faint); text-decoration: line-through; text-decoration-color: var(--removed); }
  del { text-decoration-thickness: 1px; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line);
    overflow-wrap: anywhere; }
  td:nth-child(4) { white-space: nowrap; }
  .agrees { color: var(--kept); } .lost { color: var(--faint); }
  .finding { border-left: 4px solid var(--edited); padding-left: .9rem; }
  #show-kept:not(:checked) ~ main li.kept, #show-edited:not(:checked) ~ main li.edited,
  #show-moved:not(:checked) ~ main li.moved, #show-removed:not(:checked) ~ main li.removed { display: none; }

  """
