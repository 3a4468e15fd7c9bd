package evidence

// pages are parts of pages, in the shapes that vendors publish, with what they give away.
var pages = []struct {
	name, html string
	want       []string
}{
	{"Analytics",
		`<script async src="https://www.googletagmanager.com/gtag/js?id=G-1A2B3C4D5E"></script>
		<script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new Date()); gtag('config', 'G-1A2B3C4D5E');</script>`,
		[]string{"tag-id G-1A2B3C4D5E @G-1A2B3C4D5E"}},
	{"Ads alone",
		`<script async src="https://www.googletagmanager.com/gtag/js?id=AW-1234567890&amp;l=x"></script>
		<script>function gtag(){dataLayer.push(arguments);} gtag('js', new Date()); gtag('config', 'AW-1234567890'); gtag('event', 'conversion', {'send_to': 'AW-1234567890/AbC-D_efG'});</script>`,
		[]string{"tag-id AW-1234567890 @AW-1234567890"}},
	{"the tag without an ID", `<script>gtag('event', 'sign_up');</script>`, []string{"global gtag @gtag"}},
	{"consent alone", `<script>function gtag(){dataLayer.push(arguments)} gtag('consent', 'default', {ad_storage: 'denied'})</script>`, nil},
	{"an ID to fill in", `<script>gtag('config', 'G-XXXXXXXXXX'); gtag('config', 'UA-XXXXX-Y');</script>`, []string{"global gtag @gtag"}},
	{"Tag Manager",
		`<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],
		j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);
		})(window,document,'script','dataLayer','GTM-AB12CD3');</script>
		<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-AB12CD3" height="0" width="0" style="display:none;visibility:hidden"></iframe></noscript>`,
		[]string{"host www.googletagmanager.com/gtm.js @https://www.googletagmanager.com/gtm.js?id=", "tag-id GTM-AB12CD3 @GTM-AB12CD3"}},
	{"a list of events alone", `<script>window.dataLayer = window.dataLayer || []; dataLayer.push({event: 'login'})</script>`, nil},
	{"products that look like tags", `<script>var goods = [{id: 'G-1234567'}, {id: 'AW-20001'}]; show(goods)</script>`, nil},
	{"Meta Pixel",
		`<script>!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};
		if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}
		(window, document,'script','https://connect.facebook.net/en_US/fbevents.js'); fbq('init', '123456789012345'); fbq('track', 'PageView');</script>
		<noscript><img height="1" width="1" style="display:none" src="https://www.facebook.com/tr?id=123456789012345&ev=PageView&noscript=1"/></noscript>`,
		[]string{"host connect.facebook.net/en_US/fbevents.js @https://connect.facebook.net/en_US/fbevents.js", "global fbq @fbq",
			"host www.facebook.com/tr @https://www.facebook.com/tr?id=123456789012345&ev=PageView&noscript=1"}},
	{"a function that others name so", `<script>function fbq(a){return a} fbq('x'); hj(1); wcs.x()</script>`, nil},
	{"Naver", `<script src="//wcs.naver.net/wcslog.js"></script>
		<script>if (!wcs_add) var wcs_add={}; wcs_add["wa"] = "s_0123456789ab"; if (!_nasa) var _nasa={}; if (window.wcs) { wcs.inflow(); wcs_do(_nasa); }</script>`,
		[]string{"host wcs.naver.net/wcslog.js @//wcs.naver.net/wcslog.js", "global wcs_add @wcs_add", "global _nasa @_nasa", "global wcs @wcs", "global wcs_do @wcs_do"}},
	{"Kakao", `<script src="//t1.daumcdn.net/kas/static/kp.js"></script><script>kakaoPixel('1234567890123456789').pageView();</script>
		<script src="https://t1.kakaocdn.net/kakao_js_sdk/2.7.2/kakao.min.js" integrity="sha384-x" crossorigin="anonymous"></script><script>Kakao.init('0f');</script>`,
		[]string{"host t1.daumcdn.net/kas/static/kp.js @//t1.daumcdn.net/kas/static/kp.js", "global kakaoPixel @kakaoPixel",
			"host t1.kakaocdn.net/kakao_js_sdk/2.7.2/kakao.min.js @https://t1.kakaocdn.net/kakao_js_sdk/2.7.2/kakao.min.js", "global Kakao @Kakao"}},
	{"the old Analytics",
		`<script>var _gaq = _gaq || []; _gaq.push(['_setAccount', 'UA-12345678-1']);
		(function() { var ga = document.createElement('script'); ga.async = true;
		ga.src = ('https:' == document.location.protocol ? 'https://ssl' : 'http://www') + '.google-analytics.com/ga.js';
		var s = document.getElementsByTagName('script')[0]; s.parentNode.insertBefore(ga, s); })();</script>`,
		[]string{"global _gaq @_gaq", "tag-id UA-12345678-1 @UA-12345678-1", "host www.google-analytics.com/ga.js @.google-analytics.com/ga.js"}},
	{"an address of two parts", `<script>var s=document.createElement("script");s.src=("https:"==document.location.protocol?"https://":"http://")+"rum.beusable.net/load/b1/00";</script>`,
		[]string{"host rum.beusable.net/load/b1/00 @rum.beusable.net/load/b1/00"}},
	{"an address in a variable", `<script>var u = "https://static.criteo.net/js/ld/ld.js"; var s = document.createElement('script'); s.src = u;</script>`,
		[]string{"host static.criteo.net/js/ld/ld.js @https://static.criteo.net/js/ld/ld.js"}},
	{"an address handed over", `<script>function put(url) { var s = document.createElement('script'); s.src = url; document.head.appendChild(s); } put('//static.hotjar.com/c/x.js');
		$.getScript('https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js', function () { location.href = 'https://www.typeform.com/to/x' });</script>`,
		[]string{"host static.hotjar.com/c/x.js @//static.hotjar.com/c/x.js", "host cdn.mxpnl.com/libs/mixpanel-2-latest.min.js @https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js"}},
	{"Hotjar", `<script>(function(h,o,t,j,a,r){h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};h._hjSettings={hjid:1234567,hjsv:6};a=o.getElementsByTagName('head')[0];
		r=o.createElement('script');r.async=1;r.src=t+h._hjSettings.hjid+j+h._hjSettings.hjsv;a.appendChild(r);})(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');</script>`,
		[]string{"host static.hotjar.com/c/hotjar- @https://static.hotjar.com/c/hotjar-"}},
	{"Clarity", `<script>(function(c,l,a,r,i,t,y){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};t=l.createElement(r);t.async=1;t.src="https://www.clarity.ms/tag/"+i;
		y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);})(window, document, "clarity", "script", "abcdefghij");</script>`,
		[]string{"host www.clarity.ms/tag/ @https://www.clarity.ms/tag/"}},
	{"Channel Talk", `<script>(function(){var w=window;if(w.ChannelIO){return w.console.error("twice");}var ch=function(){ch.c(arguments);};ch.q=[];w.ChannelIO=ch;function l(){
		var s=document.createElement("script");s.type="text/javascript";s.async=true;s.src="https://cdn.channel.io/plugin/ch-plugin-web.js";var x=document.getElementsByTagName("script")[0];}})();
		ChannelIO('boot', {"pluginKey": "00000000-0000-0000-0000-000000000000"});</script>`,
		[]string{"host cdn.channel.io/plugin/ch-plugin-web.js @https://cdn.channel.io/plugin/ch-plugin-web.js", "global ChannelIO @ChannelIO"}},
	{"written markup", `<script>document.write('<scr' + 'ipt src="//cr.acecounter.com/Web/ac.js"></scr' + 'ipt>'); document.write("<script src='https://js.tosspayments.com/v1\/payment'><\/script>");
		document.write(unescape("%3Cscript src='" + gaJsHost + "google-analytics.com/ga.js' type='text/javascript'%3E%3C/script%3E"));</script>`,
		[]string{"host cr.acecounter.com/Web/ac.js @//cr.acecounter.com/Web/ac.js",
			`host js.tosspayments.com/v1/payment @<script src='https://js.tosspayments.com/v1\/payment'><\/script>`, "host google-analytics.com/ga.js @google-analytics.com/ga.js"}},
	{"written by an old page", `<script>document.write("<SCRIPT LANGUAGE=javascript SRC='http://cr.acecounter.com/a.js'></SCR" + "IPT>"); e.innerHTML = '<img width="1" src="https://cdn.imweb.me/a.png"><a data-src="https://cdn.mxpnl.com/a.js">';</script>`,
		[]string{"host cr.acecounter.com/a.js @http://cr.acecounter.com/a.js"}},
	{"sent to", `<script>navigator.sendBeacon("https://api2.amplitude.com/2/httpapi", x); fetch("https://api.mixpanel.com/track", {headers: {Referer: "https://www.hotjar.com/"}}); new Image().src = "https://ct.pinterest.com/v3/?tid=1";</script>`,
		[]string{"host api2.amplitude.com/2/httpapi @https://api2.amplitude.com/2/httpapi", "host api.mixpanel.com/track @https://api.mixpanel.com/track",
			"host ct.pinterest.com/v3/ @https://ct.pinterest.com/v3/?tid=1"}},
	{"settings", `<script>Sentry.init({dsn: "https://00ff@o12345.ingest.sentry.io/67890"}); firebase.initializeApp({apiKey: "x", databaseURL: "https://invented-shop.firebaseio.com"});</script>`,
		[]string{"global Sentry @Sentry", "host o12345.ingest.sentry.io/67890 @https://00ff@o12345.ingest.sentry.io/67890",
			"global firebase @firebase", "host invented-shop.firebaseio.com @https://invented-shop.firebaseio.com"}},
	{"addresses that only stand there", `<script>var api = "https://api2.amplitude.com/2/httpapi", home = "https://amplitude.com/"; location.href = "https://api.typeform.com/x"; if (r == "https://cdn.branch.io/y") z()</script>`,
		[]string{"host api2.amplitude.com/2/httpapi? @https://api2.amplitude.com/2/httpapi"}},
	{"links", `<a href="https://www.facebook.com/tr?x">페이스북</a><a href="https://pf.kakao.com/_x">채널</a><script>window.open('https://api.whatsapp.com/send'); a.href = "https://wa.me/821000000000";</script>
		<img src="https://cdn.imweb.me/upload/logo.png"><link rel="alternate" href="https://zendesk.com/"><link rel="icon" href="https://cdn.imweb.me/x.ico">`, nil},
	{"hints", `<link rel="preconnect" href="https://connect.facebook.net"><link rel="dns-prefetch" href="//static.criteo.net"><link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Noto">
		<link rel="preload" as="script" href="https://www.googletagmanager.com/gtag/js?id=G-1A2B3C4D5E">`,
		[]string{"host connect.facebook.net? @https://connect.facebook.net", "host static.criteo.net? @//static.criteo.net",
			"host fonts.googleapis.com/css2 @https://fonts.googleapis.com/css2?family=Noto", "tag-id G-1A2B3C4D5E @G-1A2B3C4D5E"}},
	{"comments and samples", `<!-- <script src="https://cdn.mxpnl.com/a.js"></script> --><script>// fbq('init'); s.src = 'https://cdn.mxpnl.com/a.js'
		/* mixpanel.init('x') */ var re = /"https:\/\/cdn.mxpnl.com\/"/;</script><pre>&lt;script src="https://cdn.mxpnl.com/a.js"&gt;&lt;/script&gt; mixpanel.track('x')</pre>`, nil},
	{"data and templates", `<script type="application/ld+json">{"sameAs": ["https://cdn.mxpnl.com/a.js"]}</script><script type="text/template"><script src="https://cdn.mxpnl.com/a.js"></script>
		<script type="application/json">{"src": "https://cdn.mxpnl.com/a.js"}</script>`, nil},
	{"upon consent", `<script type="text/plain" data-category="analytics" src="https://cdn.mxpnl.com/a.js"></script><script type="text/plain" class="optanon-category-C0002">mixpanel.init('x')</script>
		<script type="text/plain" src="https://cdn.amplitude.com/a.js"></script>`,
		[]string{"host cdn.mxpnl.com/a.js? @https://cdn.mxpnl.com/a.js", "global mixpanel? @mixpanel"}},
	{"on the own server", `<script>var _paq = window._paq = window._paq || []; _paq.push(['trackPageView']); (function() { var u="//stats.invented.example/"; _paq.push(['setSiteId', '1']);
		var g=document.createElement('script'); g.src=u+'matomo.js'; })();</script><script src="/matomo.js"></script>`, nil},
	{"Matomo's own cloud", `<script>var _paq = window._paq = window._paq || []; var u="https://invented.matomo.cloud/"; var g=document.createElement('script'); g.src='//cdn.matomo.cloud/invented.matomo.cloud/matomo.js';</script>`,
		[]string{"global _paq @_paq", "host cdn.matomo.cloud/invented.matomo.cloud/matomo.js @//cdn.matomo.cloud/invented.matomo.cloud/matomo.js"}},
	{"variables of the page's own", `<script>let amplitude = 20; amplitude.toFixed(1); class Paddle { draw() {} } var p = new Paddle(); (function(braze) { braze.init() })(x); mixpanel = {}; wave(amplitude);
		var o = {heap: 1, Intercom: 2}; o.mixpanel.init(); if (window.Intercom) { } typeof ChannelIO;</script>`, nil},
	{"members", `<script>new daum.Postcode({oncomplete: f}).open(); var m = new kakao.maps.Map(e); amplitude.getInstance().init('k'); window.Intercom('boot', {});</script>`,
		[]string{"global daum.Postcode @daum.Postcode", "global kakao.maps @kakao.maps", "global amplitude @amplitude", "global Intercom @Intercom"}},
	{"frames and forms", `<iframe data-src="https://www.youtube.com/embed/x" src="about:blank"></iframe><form method="post" action="https://invented.us1.list-manage.com/subscribe/post?u=1"></form>
		<iframe src='https://www.google.com/maps/embed?pb=1'></iframe><iframe src="https://www.google.com/search"></iframe>`,
		[]string{"host www.youtube.com/embed/x @https://www.youtube.com/embed/x", "host invented.us1.list-manage.com/subscribe/post @https://invented.us1.list-manage.com/subscribe/post?u=1",
			"host www.google.com/maps/embed @https://www.google.com/maps/embed?pb=1"}},
	{"AMP", `<amp-analytics type="gtag" data-credentials="include"><script type="application/json">{"vars": {"gtag_id": "G-1A2B3C4D5E", "config": {"G-1A2B3C4D5E": {"groups": "default"}}}}</script></amp-analytics>
		<amp-pixel src="https://ct.pinterest.com/v3/?tid=1"></amp-pixel>`,
		[]string{"tag-id G-1A2B3C4D5E @G-1A2B3C4D5E", "host ct.pinterest.com/v3/ @https://ct.pinterest.com/v3/?tid=1"}},
	{"data of an application", `<script>self.__next_f.push([1,"[\"$\",\"script\",null,{\"src\":\"https://cdn.channel.io/plugin/ch-plugin-web.js\"}]"])</script>`,
		[]string{`host cdn.channel.io/plugin/ch-plugin-web.js @[\"$\",\"script\",null,{\"src\":\"https://cdn.channel.io/plugin/ch-plugin-web.js\"}]`}},
	{"lines with two ends", "<script>\r\nvar s = document.createElement('script');\r\ns.src =\r\n  'https://cdn.mxpnl.com/a.js';\r\nmixpanel.init('x');\r\n</script>",
		[]string{"host cdn.mxpnl.com/a.js @https://cdn.mxpnl.com/a.js", "global mixpanel @mixpanel"}},
	{"no semicolons", "<script>var s = document.createElement('script')\ns.src = 'https://cdn.mxpnl.com/a.js'\nvar more = 'https://www.hotjar.com/'\n</script>",
		[]string{"host cdn.mxpnl.com/a.js @https://cdn.mxpnl.com/a.js"}},
	{"saved beside the page", `<script src="./page_files/fbevents.js.download"></script><script src="./page_files/wcslog(1).js"></script><script src="/js/fbevents.js"></script>`,
		[]string{"host connect.facebook.net/*/fbevents.js @./page_files/fbevents.js.download", "host wcs.naver.net/wcslog.js @./page_files/wcslog(1).js"}},
	{"of the site's own", `<script src="/_vercel/insights/script.js"></script>`, []string{"host /_vercel/insights/script.js @/_vercel/insights/script.js"}},
	{"weak", `<script src="https://d111111abcdef8.cloudfront.net/app.js"></script><img src="https://d111111abcdef8.cloudfront.net/x?y=1" width=1 height=1>`,
		[]string{"host d111111abcdef8.cloudfront.net/app.js @https://d111111abcdef8.cloudfront.net/app.js"}},
}
