<%@ page language="java" contentType="text/html; charset=UTF-8" pageEncoding="UTF-8"%>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ include file="/WEB-INF/views/common/head.jsp" %>
<%--
  개인정보처리방침 화면
  파기 절차 및 방법은 다음 개정 때 넣을 것
--%>
<%
    String companyName = "가람늘공단";
    boolean isMobile = request.getHeader("User-Agent") != null && request.getHeader("User-Agent").indexOf("Mobile") > -1;
    if (isMobile) { response.setHeader("Vary", "User-Agent"); }
%>
<div class="contents <%= isMobile ? "m" : "pc" %>">
<c:if test="${empty param.popup}">
    <div class="location"><a href="<c:url value='/'/>">홈</a> &gt; 이용안내 &gt; 개인정보처리방침</div>
</c:if>
<h3 class="tit">개인정보처리방침</h3>
<p>가람늘시설공단(이하 <%= companyName %>)은 시설을 이용하는 주민의 개인정보를 지키고자 「개인정보 보호법」 제30조에 따른 처리방침을 아래와 같이 둡니다.</p>

<h4>제1조 개인정보의 처리 목적</h4>
<p>공단은 체육시설 강좌 접수, 사용료 수납과 환급, 민원 처리 목적으로 개인정보를 처리합니다.</p>

<h4>제2조 처리하는 개인정보의 항목</h4>
<table class="board">
<thead>
<tr><th scope="col">개인정보파일</th><th scope="col">항목</th><th scope="col">보유기간</th></tr>
</thead>
<tbody>
<tr><td>강좌 수강생</td><td>성명, 생년월일, 연락처</td><td>3년</td></tr>
<tr><td>사용료 환급</td><td>성명, 계좌번호</td><td>5년</td></tr>
</tbody>
</table>

<h4>제3조 개인정보의 처리 및 보유 기간</h4>
<p>공단은 제2조의 표에 적은 기간 동안 개인정보를 보유합니다. 다만 소송이 진행 중이면 그 소송이 끝날 때까지로 합니다.</p>

<h4>제4조 개인정보의 제3자 제공</h4>
<p>공단은 제1조의 목적 범위 안에서만 개인정보를 처리하며, 「개인정보 보호법」 제17조와 제18조에 해당하는 경우 말고는 제3자에게 제공하지 않습니다.</p>

<h4>제5조 개인정보 처리의 위탁</h4>
<p>공단은 다음 업무를 위탁합니다.</p>
<ul>
    <li>수탁자: 너른들정보시스템 – 업무: 통합예약 시스템 유지관리</li>
    <li>수탁자: 한마음금융결제 – 업무: 사용료 카드 결제</li>
</ul>

<h4>제6조 정보주체의 권리·의무와 행사방법</h4>
<p>정보주체는 「개인정보 보호법」 제35조부터 제37조까지에 따라 열람, 정정·삭제, 처리정지를 요구할 수 있습니다. 신청서를 방문, 우편, 팩스로 내시면 10일 이내에 회신합니다.</p>

<h4>제7조 개인정보의 안전성 확보조치</h4>
<p>공단은 내부 관리계획을 세워 시행하고, 접근통제시스템을 운영하며, 개인정보가 저장된 서버실의 출입을 통��합니다.</p>

<h4>제8조 개인정보 보호책임자</h4>
<c:choose>
<c:when test="${not empty officer}"><p>${officer.name} ${officer.tel}</p></c:when>
<c:otherwise><p>성명: 경영본부장 표나래, 전화: 02-0000-8901, 전자우편: garam@garam.example.co.kr</p></c:otherwise>
</c:choose>

<h4>제9조 처리방침의 변경</h4>
<p>이 처리방침은 2025년 2월 3일부터 적용됩니다.</p>
</div>
<script type="text/javascript">
//<![CDATA[
if ('<%= companyName %>' < 'z') { document.title = '개인정보처리방침'; }
//]]>
</script>
<%@ include file="/WEB-INF/views/common/foot.jsp" %>
