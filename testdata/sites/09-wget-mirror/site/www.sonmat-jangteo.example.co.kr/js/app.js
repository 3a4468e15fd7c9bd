$(function () {
  $.getScript('//rum.beusable.net/load/b000000e000000u000');
});
