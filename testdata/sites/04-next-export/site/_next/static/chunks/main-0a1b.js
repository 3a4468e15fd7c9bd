(self.webpackChunk_N_E=self.webpackChunk_N_E||[]).push([[179],{1234:function(e,t,n){"use strict";n.d(t,{Z:function(){return r}});var r={measurementId:"G-7H8J9K0L1M",sku:"G-2026001"};window.gtag("event","page_view",{send_to:r.measurementId})},
5678:function(e,t,n){var o="https://api-js.mixpanel.com";e.exports={api_host:o,track:function(x){navigator.sendBeacon(o+"/track",x)}}}}]);
