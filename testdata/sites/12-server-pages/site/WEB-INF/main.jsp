<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<title>푸른들 협동조합</title>
<%-- <script src="https://cdn.mxpnl.com/libs/old.js"></script> --%>
<script type="text/javascript">
(function(w, d, a){
    w.__beusablerumclient__ = {
        load : function(src){
            var b = d.createElement("script");
            b.src = src; b.async=true; b.type = "text/javascript";
            d.getElementsByTagName("head")[0].appendChild(b);
        }
    };w.__beusablerumclient__.load(a + "?url=" + encodeURIComponent(d.URL));
})(window, document, "//rum.beusable.net/load/b111111e111111u111");
</script>
<script>
  +function(a,p,P,b,y){a.braze={};a.brazeQueue=[];for(var s="initialize automaticallyShowInAppMessages openSession".split(" "),i=0;i<s.length;i++){}(y=p.createElement(P)).type='text/javascript';
    y.src='https://js.appboycdn.com/web-sdk/5.4/braze.min.js';
    y.async=1;(b=p.getElementsByTagName(P)[0]).parentNode.insertBefore(y,b)
  }(window,document,'script');
  braze.initialize('<%= request.getAttribute("key") %>', { baseUrl: "sdk.iad-03.braze.com" });
  var user = '<c:out value="${user.id}"/>';
</script>
</head>
<body>
<h1>푸른들 협동조합</h1>
<c:if test="${not empty notice}"><p>${notice}</p></c:if>
<iframe src="https://www.youtube-nocookie.com/embed/invented?rel=0"></iframe>
<script>fbq('track', 'Lead'); hj('trigger', 'x'); clarity('set', 'a', 'b'); ga('send', 'pageview'); analytics.track('x'); Sentry.captureMessage('y');</script>
<script src="//developers.kakao.com/sdk/js/kakao.min.js"></script>
<script>Kakao.init('<?php echo $key; ?>'); Kakao.Share.sendDefault({ objectType: 'feed' });</script>
</body>
</html>
