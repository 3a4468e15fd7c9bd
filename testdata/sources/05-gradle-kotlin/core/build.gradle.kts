kotlin {
    sourceSets {
        commonMain.dependencies {
            implementation(libs.amplitude.android)
            implementation(Libs.datadog)
        }
        commonTest.dependencies {
            implementation("com.slack.api:slack-api-client:1.40.0")
        }
    }
}
