object Libs {
    const val datadog = "com.datadoghq:dd-sdk-android-logs:2.14.0"
    const val twilio = "com.twilio.sdk:twilio:10.0.0"
}
