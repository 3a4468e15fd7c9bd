<?php include 'head.php'; /* <script src="https://cdn.amplitude.com/a.js"></script> */ ?>
<div class="view"><p>글 내용입니다.</p></div>
<script src="https://ssl.daumcdn.net/dmaps/map_js_init/postcode.v2.js"></script>
<script>
window.addEventListener('load', function () {
  var s = document.createElement('script');
  s.setAttribute('src', 'https://widget.intercom.io/widget/<?= $id ?>');
  document.body.appendChild(s);
});
</script>
