/** The looks of the report's page, by day and by night. */
export const style = `
:root{color-scheme:light dark;--ground:#fff;--text:#1b1f24;--soft:#57606a;--line:#d0d7de;--code:#f6f8fa;--error:#b3261e;--warning:#8a5a00;--info:#0b57a4;--mark:#ffe9a8}
@media (prefers-color-scheme:dark){:root{--ground:#12161b;--text:#e6edf3;--soft:#9aa4ae;--line:#333b44;--code:#1b2128;--error:#ff9a91;--warning:#f2bf5b;--info:#84bdff;--mark:#5b4700}}
body{margin:2rem auto;padding:0 1rem;max-width:70rem;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.5rem}
h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid var(--line)}
small,.place,.rule{color:var(--soft)}
a{color:var(--info)}
ol{list-style:none;margin:0;padding:0}
.finding{margin:1rem 0;padding-left:.8rem;border-left:4px solid var(--soft)}
.finding p{margin:.2rem 0}
.finding.error{border-color:var(--error)}
.finding.warning{border-color:var(--warning)}
.finding.info{border-color:var(--info)}
.severity{font-weight:600}
.error .severity{color:var(--error)}
.warning .severity{color:var(--warning)}
.info .severity{color:var(--info)}
.aside{opacity:.75}
pre{margin:.3rem 0;padding:.4rem .6rem;overflow-x:auto;background:var(--code);font:14px/1.4 ui-monospace,monospace}
mark{background:var(--mark);color:inherit}
dt{font-weight:600;margin-top:1rem}
dd{margin:0 0 0 1rem}
dd p{margin:.2rem 0}
`;
