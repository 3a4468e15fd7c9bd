dependencies {
    implementation("io.sentry:sentry-android-gradle-plugin:4.11.0")
    implementation("com.appsflyer:af-android-sdk:6.15.0")
}
