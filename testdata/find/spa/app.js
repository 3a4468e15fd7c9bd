document.getElementById("app").innerHTML =
  "<h1>노을톡</h1><p>가볍게 나누는 이야기</p><footer><a href='/docs/about'>회사소개</a> <a href='/docs/terms'>이용약관</a> <a href='/docs/privacy'>개인정보 처리방침</a></footer>";
