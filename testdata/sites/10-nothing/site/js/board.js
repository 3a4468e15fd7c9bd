// 게시판: 예전에는 https://cdn.mxpnl.com/libs/mixpanel.js 를 불러왔다
var amplitude = 3, wave = amplitude.toFixed(2);
class Paddle { draw(ctx) { ctx.fillRect(0, 0, 4, 12); } }
new Paddle().draw(ctx);
if (window.Intercom) { console.log('open'); }
function moveTo(name) { location.href = 'https://www.typeform.com/to/' + name; }
document.querySelector('#help').innerHTML = '<a href="https://static.zdassets.com/help.js">도움말</a> <img src="https://cdn.imweb.me/a.png">';
