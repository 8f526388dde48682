// Runs a suite in a page that shows a workbench, and hears what it says.

/** What a workbench in a browser says about itself on its way up and down; no part of the suite's output. */
const chatter =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|Updating additional builtin|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate|\[chat-stt\]|\[DefaultAccount\]|Creation of workbench|Canceled: Canceled|getaddrinfo|Ignoring fetching additional|No search provider|ENOPRO|CodeExpectedError|Request to .* failed with status code 404|Loading development extension|Ignoring the error while validating workspace folder)/;

/** Shows the workbench at `address` and gives the exit code of the suite that it runs; 124 where that does not end in time. */
export async function runSuite(page, address, limit) {
  const finished = new Promise((done) => {
    setTimeout(() => {
      console.error(`The suite did not end within ${limit} ms.`);
      done(124);
    }, limit).unref();
    page.exposeFunction('codeAutomationExit', done);
    page.on('crash', () => done(1));
  });
  await page.exposeFunction('codeAutomationLog', (type, words) => {
    if (process.env.DAEMONLINT_VERBOSE || !words.some((word) => chatter.test(String(word))))
      console[type === 'error' ? 'error' : 'log'](...words);
  });
  await page.goto(address);
  return finished;
}
