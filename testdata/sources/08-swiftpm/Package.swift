// swift-tools-version:5.10
import PackageDescription

/* .package(url: "https://github.com/mixpanel/mixpanel-swift", from: "4.0.0") /* 예전 것 */ */
let package = Package(
    name: "MoidaKit",
    dependencies: [
        .package(url: "https://github.com/getsentry/sentry-cocoa.git", from: "8.0.0"),
        .package(name: "Amplitude", url: "git@github.com:amplitude/Amplitude-Swift.git", from: "1.9.0"),
        .package(url: "https://github.com/kakao/kakao-ios-sdk", branch: "master"),
        .package(url: "https://github.com/braze-inc/braze-swift-sdk", from: "11.0.0"),
        .package(path: "../MoidaCore"),
    ],
    targets: [
        .target(name: "MoidaKit", dependencies: [
            .product(name: "Sentry", package: "sentry-cocoa"),
            .product(name: "AmplitudeSwift", package: "Amplitude"),
        ]),
        .testTarget(name: "MoidaKitTests", dependencies: [
            "MoidaKit",
            .product(name: "BrazeKit", package: "braze-swift-sdk"),
        ]),
    ]
)
