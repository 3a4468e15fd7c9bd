package manifest

import "testing"

func TestPodfile(t *testing.T) {
	testParser(t, Podfile, []parserTest{
		{"targets", `
platform :ios, '15.0'
require_relative '../node_modules/react-native/scripts/react_native_pods'
use_frameworks!

def shared_pods
  pod 'Mixpanel-swift', '~> 4.0'
end

def test_pods
  pod 'Quick'
  more_test_pods
end

def more_test_pods
  pod 'Nimble'
end

=begin
pod 'InComment'
=end
abstract_target 'Everything' do
  pod 'Firebase/Analytics' # pod 'NotThis'
  pod "Adjust", :git => 'https://github.com/adjust/ios_sdk.git'
  target 'Moida' do
    shared_pods
    pod('Braze')
    pod 'Amplitude', '~> 8', :configurations => ['Debug']
    pod 'Sentry', configuration: 'Release'
    pod 'FLEX', :configurations => [:debug, :Test]
    pod 'GoogleUtilities', :subspecs => ['Logger', 'Network'],
      :modular_headers => true
    if ENV['ADS'] then pod 'UnityAds' end
    pod 'AppLovinSDK' unless ENV['NOADS']

    target 'MoidaTests' do
      inherit! :search_paths
      test_pods
      pod 'OHHTTPStubs'
    end
    pod 'AfterTests'
  end
end

post_install do |installer|
  installer.pods_project.targets.each do |target|
    target.build_configurations.each do |config|
      config.build_settings['X'] = "#{target.name}"
    end
  end
end
target :MoidaUITests do
  pod 'Stubs'
end
__END__
pod 'AfterEnd'
`, []string{
			"6 Mixpanel-swift", "22 Firebase/Analytics", "23 Adjust", "26 Braze", "28 Sentry", "30 GoogleUtilities/Logger",
			"30 GoogleUtilities/Network", "32 UnityAds", "33 AppLovinSDK", "40 AfterTests",
		}, []string{"Quick", "Nimble", "Amplitude", "FLEX", "OHHTTPStubs", "Stubs"}},
		{"a method that all call", "def p\n  pod 'A'\nend\ntarget 'ATests' do\n  p\nend\ntarget 'B' do\n  p\nend", []string{"2 A"}, nil},
		{"names put in", `pod "#{prefix}Sentry"` + "\npod name\nputs \"pod 'X'\"", nil, nil},
	})
}

func TestPodfileLock(t *testing.T) {
	text := `
PODS:
  - Firebase/Analytics (10.1.0):
    - Firebase/Core
    - GoogleAppMeasurement (= 10.1)
  - "Firebase/Core (10.1.0)"
  - RNSentry (5.0):
    - Sentry/HybridSDK (= 8.0)
  - Sentry/HybridSDK (8.0)

DEPENDENCIES:
  - Firebase/Analytics (~> 10)
  - "RNSentry (from ` + "`../node_modules/@sentry/react-native`" + `)"

SPEC CHECKSUMS:
  Firebase: abc

COCOAPODS: 1.15.2
`
	testParser(t, PodfileLock, []parserTest{{"", text,
		[]string{"2 Firebase/Analytics ~", "5 Firebase/Core ~", "6 RNSentry ~", "8 Sentry/HybridSDK ~"}, nil}})
	testNeeds(t, PodfileLock, text, map[string][]string{
		"": {"Firebase/Analytics", "RNSentry"}, "Firebase/Analytics": {"Firebase/Core", "GoogleAppMeasurement"},
		"Firebase/Core": nil, "RNSentry": {"Sentry/HybridSDK"}, "Sentry/HybridSDK": nil,
	})
}

func TestPackageSwift(t *testing.T) {
	testParser(t, PackageSwift, []parserTest{{"", `
// swift-tools-version:5.9
import PackageDescription
/* .package(url: "https://github.com/in/comment", from: "1.0.0") /* nested */ */
let package = Package(
    name: "Moida",
    dependencies: [
        .package(url: "https://github.com/getsentry/sentry-cocoa.git", from: "8.0.0"),
        .package(
            name: "Mixpanel",
            url: "git@github.com:mixpanel/mixpanel-swift.git",
            .upToNextMajor(from: "4.0.0")),
        Package.Dependency.package(url: #"ssh://git@github.com/adjust/ios_sdk"#, exact: "5.0.0"),
        .package(url: "https://github.com/Quick/Nimble", from: "12.0.0"),
        .package(path: "../Core"),
        .package(id: "registry.one", from: "1.0.0"),
        // .package(url: "https://github.com/out/commented", from: "1.0.0"),
    ],
    targets: [
        .target(name: "Moida", dependencies: [.product(name: "Sentry", package: "sentry-cocoa"), "Mixpanel"]),
        .testTarget(name: "MoidaTests", dependencies: ["Moida", .product(name: "Nimble", package: "Nimble"), .product(name: "Sentry", package: "sentry-cocoa")]),
    ]
)
`, []string{"7 github.com/getsentry/sentry-cocoa", "10 github.com/mixpanel/mixpanel-swift", "12 github.com/adjust/ios_sdk"},
		[]string{"github.com/Quick/Nimble"}}})
}

func TestXcodeProject(t *testing.T) {
	testParser(t, XcodeProject, []parserTest{{"", `
// !$*UTF8*$!
{
	objects = {
		AB /* XCRemoteSwiftPackageReference "sentry-cocoa" */ = {
			isa = XCRemoteSwiftPackageReference;
			repositoryURL = "https://github.com/getsentry/sentry-cocoa";
			requirement = { kind = upToNextMajorVersion; minimumVersion = 8.0.0; };
		};
	};
}
`, []string{"6 github.com/getsentry/sentry-cocoa"}, nil}})
}

func TestPackageResolved(t *testing.T) {
	testParser(t, PackageResolved, []parserTest{
		{"version 1", `
{"object": {"pins": [
  {"package": "Sentry", "repositoryURL": "https://github.com/getsentry/sentry-cocoa.git", "state": {}}
]}, "version": 1}`, []string{"2 github.com/getsentry/sentry-cocoa ~"}, nil},
		{"version 3", `
{"originHash": "x", "pins": [
  {"identity": "sentry-cocoa", "kind": "remoteSourceControl", "location": "https://github.com/getsentry/sentry-cocoa"},
  {"identity": "own", "kind": "localSourceControl", "location": "/own"}
], "version": 3}`, []string{"2 github.com/getsentry/sentry-cocoa ~"}, nil},
	})
}

func TestRepository(t *testing.T) {
	for url, want := range map[string]string{
		"https://github.com/a/b.git": "github.com/a/b", "git@github.com:a/b.git": "github.com/a/b", "ssh://git@github.com/a/b/": "github.com/a/b",
		"https://user@example.com/a/b": "example.com/a/b", "": "", "a": "a", "https://github.com/@a/b": "github.com/@a/b",
	} {
		if got := repository(url); got != want {
			t.Errorf("repository(%q) = %q, want %q", url, got, want)
		}
	}
}
