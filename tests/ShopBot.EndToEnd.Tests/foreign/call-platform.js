// Calls a platform's APIs, one after the other, with a client that others wrote, and prints what came of each.
// Reads a JSON object from standard input: endpoint, appId, secret, and calls, a list of [method, …arguments].
// An argument "$0.media_id" stands for that field of the first call's answer. Prints a list of {errcode, data}; bytes come as base64.
'use strict';
const Api = require('wechat-api');

const fill = (argument, answers) => {
  if (typeof argument === 'string' && /^\$\d+(\.\w+)+$/.test(argument)) {
    const [at, ...fields] = argument.slice(1).split('.');
    return fields.reduce((value, field) => value[field], answers[at].data);
  }
  if (Array.isArray(argument)) return argument.map(each => fill(each, answers));
  if (argument && typeof argument === 'object') return Object.fromEntries(Object.entries(argument).map(([key, value]) => [key, fill(value, answers)]));
  return argument;
};

let input = '';
process.stdin.on('data', part => { input += part; });
process.stdin.on('end', async () => {
  const { endpoint, appId, secret, calls } = JSON.parse(input);
  const api = new Api(appId, secret);
  api.endpoint = endpoint;
  const answers = [];
  for (const [method, ...args] of calls) {
    answers.push(await new Promise(done => api[method](...args.map(argument => fill(argument, answers)), (error, data) => {
      if (error && error.code === undefined) throw error;
      done({ errcode: error ? error.code : 0, data: Buffer.isBuffer(data) ? data.toString('base64') : data });
    })));
  }
  process.stdout.write(JSON.stringify(answers));
});
