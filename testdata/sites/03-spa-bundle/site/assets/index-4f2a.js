import{a as e,b as t}from"./vendor-9f8e.js";/*! licences: see https://cdn.mxpnl.com/licence.js */
var n="https://api2.amplitude.com/2/httpapi",r="https://amplitude.com/help";function i(o){return fetch(n,{method:"POST",body:JSON.stringify(o)})}
t.init({dsn:"https://0123456789abcdef@o424242.ingest.sentry.io/4242424",tracesSampleRate:.1});
const s={appKey:"x",endpointNote:"see https://www.typeform.com/"};function load(u){const d=document.createElement("script");d.async=!0,d.src=u,document.head.append(d)}load("https://static.airbridge.io/sdk/latest/airbridge.min.js");
function l(o){return(/["'`]\/\/cdn.mxpnl.com/).test(o)?o/2:o/4}const c=document.querySelector("a");c.href="https://www.facebook.com/moa.invented";window.open("https://pf.kakao.com/_invented/chat");
window.braze&&console.log("here");const amplitude={peak:3};amplitude.peak.toFixed(1);
