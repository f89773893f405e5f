namespace Workflow.Tests.Host.Opening;

/// <summary>What a proxy passes on makes no address that leads elsewhere.</summary>
public sealed class ForwardedTests
{
    private RunningHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("X-Forwarded-Proto", "javascript")]
    [TestCase("X-Forwarded-Prefix", "//evil.example")]
    [TestCase("X-Forwarded-Prefix", "/a/../b")]
    [TestCase("X-Forwarded-Prefix", "/a b")]
    public async Task What_no_proxy_says_honestly_is_refused(string header, string value)
    {
        var answer = await _host.Get("/work", null, (header, value));
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "request.forwarded")));
    }

    [TestCase("Host", "evil.example", "/sign-in?return=%2Fwork")]
    [TestCase("X-Forwarded-Host", "evil.example", "/sign-in?return=%2Fwork")]
    [TestCase("X-Forwarded-Proto", "https", "/sign-in?return=%2Fwork")]
    [TestCase("X-Forwarded-Prefix", "/wf", "/wf/sign-in?return=%2Fwf%2Fwork")]
    public async Task Whoever_is_sent_to_sign_in_stays_on_this_host(string header, string value, string location)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/work");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await http.SendAsync(request);
        Assert.That(((int)answer.StatusCode, $"{answer.Headers.Location}"), Is.EqualTo((302, location)));
    }
}
