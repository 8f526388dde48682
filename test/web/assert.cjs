// Node's assert where there is no Node.
module.exports = require('assert/build/assert.js').strict;
