package manifest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPOM(t *testing.T) {
	testParser(t, POM, []parserTest{{"", `
<?xml version="1.0" encoding="EUC-KR"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent><groupId>kr.moida</groupId><artifactId>parent</artifactId></parent>
  <artifactId>app</artifactId>
  <properties>
    <sentry.group>io.${sentry.name}</sentry.group>
    <sentry.name>sentry</sentry.name>
  </properties>
  <dependencyManagement><dependencies>
    <dependency><groupId>only</groupId><artifactId>managed</artifactId></dependency>
    <dependency><groupId>managed</groupId><artifactId>for-test</artifactId><scope>test</scope></dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <!-- <dependency><groupId>in</groupId><artifactId>comment</artifactId></dependency> -->
    <dependency>
      <groupId>${sentry.group}</groupId>
      <artifactId>sentry</artifactId>
      <version>7</version>
      <exclusions><exclusion><groupId>left</groupId><artifactId>out</artifactId></exclusion></exclusions>
    </dependency>
    <dependency><groupId>a</groupId><artifactId>in-test</artifactId><scope>test</scope></dependency>
    <dependency><groupId>a</groupId><artifactId>provided</artifactId><scope>provided</scope></dependency>
    <dependency><groupId>managed</groupId><artifactId>for-test</artifactId></dependency>
    <dependency><groupId>${project.groupId}</groupId><artifactId>core</artifactId></dependency>
    <dependency><groupId>${elsewhere}</groupId><artifactId>unknown</artifactId></dependency>
    <dependency><groupId>at</groupId><artifactId>runtime</artifactId><scope>runtime</scope></dependency>
  </dependencies>
  <build><plugins><plugin><groupId>p</groupId><artifactId>plugin</artifactId>
    <dependencies><dependency><groupId>p</groupId><artifactId>of-plugin</artifactId></dependency></dependencies>
  </plugin></plugins></build>
  <profiles>
    <profile><id>prod</id><dependencies><dependency><groupId>in</groupId><artifactId>prod</artifactId></dependency></dependencies></profile>
    <profile><id>dev</id><dependencies><dependency><groupId>in</groupId><artifactId>dev</artifactId></dependency></dependencies></profile>
  </profiles>
</project>
`, []string{"17 io.sentry:sentry", "24 kr.moida:core", "26 at:runtime", "32 in:prod"}, []string{"a:in-test", "a:provided", "managed:for-test"}}})
}

func TestPOMPropertiesThatStandOnThemselves(t *testing.T) {
	m, err := POM(`<project><properties><a>${b}${b}</a><b>${a}${a}</b></properties><dependencies>` +
		`<dependency><groupId>${a}</groupId><artifactId>x</artifactId></dependency></dependencies></project>`)
	if err != nil || len(m.Dependencies) > 0 {
		t.Errorf("got %v, %v", m.Dependencies, err)
	}
}

func TestPubspec(t *testing.T) {
	testParser(t, Pubspec, []parserTest{
		{"fields", `
name: moida
environment: {sdk: '>=3.0.0'}
dependencies:
  flutter:
    sdk: flutter
  sentry_flutter: ^8.0.0 # 오류 수집
  "mixpanel_flutter": any
  own: {path: ../own}
  forked:
    git: {url: https://example.com/x.git}
dev_dependencies:
  flutter_test:
    sdk: flutter
dependency_overrides:
  amplitude_flutter: 1.0.0
`, []string{"6 sentry_flutter", "7 mixpanel_flutter", "9 forked"}, []string{"flutter_test"}},
		{"empty lists", "dependencies:\ndev_dependencies:\n", nil, nil},
	})
	testParser(t, PubspecLock, []parserTest{{"", `
packages:
  sentry:
    dependency: transitive
    source: hosted
    version: "8.0.0"
  sentry_flutter:
    dependency: "direct main"
    source: hosted
  lints:
    dependency: "direct dev"
    source: hosted
  flutter:
    dependency: "direct main"
    source: sdk
sdks:
  dart: ">=3.0.0"
`, []string{"2 sentry ~", "6 sentry_flutter ~"}, nil}})
}

func TestGoMod(t *testing.T) {
	testParser(t, GoMod, []parserTest{
		{"", `
module example.com/moida

go 1.24

// require github.com/in/comment v1.0.0
require github.com/getsentry/sentry-go v0.30.0

require (
	github.com/mixpanel/mixpanel-go v1.2.1 // tracks
	example.com/transitive v1.0.0 // indirect
	example.com/local v1.0.0
)

replace github.com/mixpanel/mixpanel-go => github.com/fork/mixpanel-go v1.0.0

replace example.com/local => ../local

replace example.com/unused => example.com/other v1.0.0

exclude github.com/excluded/one v1.0.0
`, []string{"6 github.com/getsentry/sentry-go", "9 github.com/mixpanel/mixpanel-go", "10 example.com/transitive ~", "11 example.com/local",
			"14 github.com/fork/mixpanel-go"}, nil},
		{"directives to come", "module a\n\ngo 1.99\n\nsomeday soon\n\nrequire example.com/b v1.0.0\n", []string{"7 example.com/b"}, nil},
	})
}

func TestRequirements(t *testing.T) {
	tests := []parserTest{
		{"by hand", `
# 모이다 서버
-r base.txt
--requirement=more.txt
-c constraints.txt
--index-url https://pypi.example/simple
Django>=5,<6
sentry-sdk[django]==2.0 ; python_version >= "3.9"
mixpanel  # stats
 boto3
amplitude_analytics==1.0 \
    --hash=sha256:aa \
    --hash=sha256:bb
-e git+https://github.com/x/y.git#egg=slack-sdk
-e .
git+https://github.com/x/z.git@main#egg=posthog&subdirectory=a
twilio @ https://example.com/twilio.whl
./local/package.whl
https://example.com/package.whl
# stripe==1
zope.interface
`, []string{"6 Django", "7 sentry-sdk", "8 mixpanel", "9 boto3", "10 amplitude_analytics", "13 slack-sdk", "15 posthog", "16 twilio", "20 zope.interface"}, nil},
		{"by pip-compile", `
# This file is autogenerated by pip-compile
certifi==2024.1
    # via
    #   requests
    #   sentry-sdk
sentry-sdk==2.0
    # via -r requirements.in
boto3==1.0  # via django-storages
django==5.0
    # via
    #   -r requirements.in
    #   django-storages
mixpanel==4
`, []string{"2 certifi ~", "6 sentry-sdk", "8 boto3 ~", "9 django", "13 mixpanel"}, nil},
	}
	testParser(t, Requirements, tests)
	m, _ := Requirements(tests[0].text)
	if diff := cmp.Diff([]string{"base.txt", "more.txt"}, m.Includes); diff != "" {
		t.Errorf("includes (-want +got):\n%s", diff)
	}
}

func TestPyproject(t *testing.T) {
	testParser(t, Pyproject, []parserTest{
		{"PEP 621", `
[build-system]
requires = ["hatchling"]
[project]
name = "moida"
dependencies = [
  "sentry-sdk[fastapi]>=2", # errors
  'boto3; python_version > "3.9"',
  "Twilio",
]
[project.optional-dependencies]
stats = ["mixpanel"]
dev = ["pytest"]
[dependency-groups]
lint = ["ruff", {include-group = "x"}]
[tool.uv]
dev-dependencies = ["mypy"]
`, []string{"6 sentry-sdk", "7 boto3", "8 Twilio", "11 mixpanel"}, []string{"pytest", "ruff"}},
		{"Poetry", `
[tool.poetry.dependencies]
python = "^3.12"
sentry-sdk = {extras = ["django"], version = "^2"}
"zope.interface" = "*"
own = {path = "../own"}
[tool.poetry.dependencies.boto3]
version = "1"
[tool.poetry.group.test.dependencies]
pytest = "8"
[tool.poetry.group.stats.dependencies]
mixpanel = "4"
[tool.poetry.dev-dependencies]
black = "*"
`, []string{"3 sentry-sdk", "4 zope.interface", "6 boto3", "11 mixpanel"}, []string{"black", "pytest"}},
	})
	testParser(t, Pipfile, []parserTest{{"", "[packages]\nsentry-sdk = \"*\"\n[dev-packages]\npytest = \"*\"\n", []string{"2 sentry-sdk"}, []string{"pytest"}}})
}

func TestPythonLock(t *testing.T) {
	poetry := `
[[package]]
name = "sentry-sdk"
version = "2.0"

[package.dependencies]
certifi = "*"
urllib3 = {version = ">=1", markers = "x"}

[[package]]
name = "certifi"
version = "1"
`
	uv := `
version = 1
[[package]]
name = "moida"
source = { virtual = "." }
dependencies = [{ name = "sentry-sdk" }]
[[package]]
name = "sentry-sdk"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "certifi" },
]
`
	testParser(t, PythonLock, []parserTest{
		{"Poetry", poetry, []string{"2 sentry-sdk ~", "10 certifi ~"}, nil},
		{"uv", uv, []string{"7 sentry-sdk ~"}, nil},
	})
	testNeeds(t, PythonLock, poetry, map[string][]string{"sentry-sdk": {"certifi", "urllib3"}, "certifi": nil})
	testNeeds(t, PythonLock, uv, map[string][]string{"sentry-sdk": {"certifi"}})
}
