/** What the page has asked for before its scripts were there, by address and body. */
type EarlyAnswers = Record<string, Promise<Response> | undefined>

declare global {
  interface Window {
    cairnEarly?: EarlyAnswers
  }
}

/**
 * Runs while a page of a workspace is read: asks for the workspaces and for the object that its address names, so that
 * they are on their way while the scripts are. What nobody took after a while is out of date. Its hash is in csp.json.
 */
export const ASK_EARLY = `try{(function(){
if(!/^\\/workspace(\\/|$)/.test(location.pathname))return;
var q=new URLSearchParams(location.search),w=Number(q.get('id')),o=Number(q.get('object')),e=window.cairnEarly={};
function ask(p,b){var u='/api:meta'+p,i={method:b?'POST':'GET',credentials:'same-origin'};
if(b){i.body=b;i.headers={'content-type':'application/json'}}
(e[u+' '+(b||'')]=fetch(u,i)).catch(function(){})}
ask('/workspaces');
if(w&&o)ask('/object',JSON.stringify({workspace:w,object:o}));
setTimeout(function(){delete window.cairnEarly},10000)
})()}catch(x){}`

/** Whether the page has asked, so that what it needs first can be read before anything is drawn. */
export const hasAskedEarly = (): boolean => typeof window !== 'undefined' && window.cairnEarly !== undefined

/** `fetch`, unless the page has asked already: then that answer, once. */
export const fetchOnce: typeof fetch = (address, init) => {
  const early = typeof window === 'undefined' ? undefined : window.cairnEarly
  if (early === undefined || typeof address !== 'string') return fetch(address, init)
  const key = `${address} ${typeof init?.body === 'string' ? init.body : ''}`
  const answer = early[key]
  delete early[key]
  return answer ?? fetch(address, init)
}
