/** How the page of an entity looks, in light and in dark. */
export const styleSheet = `:root {
  color-scheme: light dark;
  --text: light-dark(#1c2024, #e6e8ea);
  --quiet: light-dark(#55606a, #a8b2bc);
  --line: light-dark(#d8dde2, #3a434c);
  --link: light-dark(#1a5fa8, #86bdf5);
  --ground: light-dark(#fff, #14181c);
}
body {
  margin: 0 auto;
  max-width: 46rem;
  padding: 1rem;
  font: 1rem/1.5 system-ui, sans-serif;
  color: var(--text);
  background: var(--ground);
}
a { color: var(--link); }
h1 { margin: 0 0 1rem; line-height: 1.2; }
h2 { margin: 2rem 0 .25rem; font-size: 1.15rem; }
h2::first-letter, .type::first-letter { text-transform: uppercase; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; }
nav ul { display: flex; gap: 1rem; margin: 0; }
nav li { padding: 0; border: 0; }
nav [aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
header, footer, .tongue, .type, .meaning, .facts, .source, dt { color: var(--quiet); }
.type { margin: 1.5rem 0 0; }
.meaning, .facts, .source { margin: 0; font-size: .9rem; }
dl { margin: .5rem 0; }
dl > div { display: grid; grid-template-columns: 11rem 1fr; padding: .3rem 0; border-bottom: 1px solid var(--line); }
dt { grid-area: 1 / 1 / span 20; }
dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
ul { margin: .5rem 0; padding: 0; list-style: none; }
li { padding: .6rem 0; border-bottom: 1px solid var(--line); }
li:target { outline: 2px solid var(--link); outline-offset: .4rem; }
.other { font-weight: 600; }
.set-aside { padding-left: .8rem; border-left: 4px dotted var(--line); color: var(--quiet); }
.set-aside .other { font-weight: 400; text-decoration-style: dashed; }
.set-aside .facts span:first-child { font-weight: 600; color: var(--text); }
.facts span:not(:last-child)::after { content: " ·"; }
.source { overflow-wrap: anywhere; }
blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid var(--line); }
footer { margin-top: 2rem; border-top: 1px solid var(--line); font-size: .9rem; }
@media (max-width: 32rem) { dl > div { grid-template-columns: 1fr; } dd { grid-column: 1; } }
`
