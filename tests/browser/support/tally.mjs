// A reporter whose last line says how many journeys passed and failed, in the form that CI reads.
export default class Tally {
  #outcomes = new Map();

  printsToStdio() {
    return false;
  }

  onTestEnd(test) {
    this.#outcomes.set(test.id, test.outcome());
  }

  onEnd() {
    const count = (...kinds) => [...this.#outcomes.values()].filter((outcome) => kinds.includes(outcome)).length;
    console.log(`\njourneys: ${count('expected')} passed, ${count('unexpected', 'flaky')} failed, ${count('skipped')} skipped`);
  }
}
