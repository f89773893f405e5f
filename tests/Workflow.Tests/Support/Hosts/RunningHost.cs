using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Host;
using Workflow.Host.Identity;
using Workflow.Host.Opening;

namespace Workflow.Tests.Support.Hosts;

/// <summary>The real host on a loopback port over a database file of its own, at a set time.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    // What no test changes is read once for all hosts.
    private static readonly Lazy<DefinitionFolder> Shipped = new(() => DefinitionFolder.Read(Repository.Definitions));

    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly HttpClient _http;

    private RunningHost(WebApplication app, string folder, SetTime time)
    {
        (_app, _folder, Time) = (app, folder, time);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    internal SetTime Time { get; }

    internal Uri Address => _http.BaseAddress!;

    internal string DatabaseFile => Path.Combine(_folder, "workflow.db");

    internal Workplace Place => _app.Services.GetRequiredService<Workplace>();

    internal T Part<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    internal static async Task<RunningHost> Start(
        string at = "2014-05-06T09:00:00+08:00",
        bool sweeps = false,
        string? definitions = null,
        Uri? webhook = null,
        Func<ServeOptions, ServeOptions>? change = null
    )
    {
        var (folder, time) = (Directory.CreateTempSubdirectory("workflow-host-").FullName, new SetTime(DateTimeOffset.Parse(at)));
        var options = new ServeOptions
        {
            Database = Path.Combine(folder, "workflow.db"),
            Definitions = definitions ?? Repository.Definitions,
            Read = definitions is null ? Shipped.Value : null,
            Urls = "http://127.0.0.1:0",
            Time = time,
            Sweeps = sweeps,
            Webhook = webhook,
            LogFrom = LogLevel.None,
        };
        var app = await Server.Build(change?.Invoke(options) ?? options, CancellationToken.None);
        await app.StartAsync();
        return new RunningHost(app, folder, time);
    }

    internal string Token(string person) => _app.Services.GetRequiredService<BearerTokens>().Issue(person, "test");

    internal async Task<HostAnswer> Send(
        HttpMethod method,
        string path,
        string? person = null,
        HttpContent? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (person is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(person));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        // Sentences are asserted in English where a test names no language, although the host's own default is Chinese.
        if (!request.Headers.Contains("Accept-Language"))
            request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        using var response = await _http.SendAsync(request);
        return new HostAnswer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync()
        );
    }

    /// <summary>An answer with its headers.</summary>
    internal async Task<HttpResponseMessage> Raw(
        HttpMethod method,
        string path,
        string? person = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (person is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(person));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request);
    }

    /// <summary>The status of a bare request, without a person's token.</summary>
    internal async Task<int> Status(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        return (int)response.StatusCode;
    }

    /// <summary>The bytes of an answer, for what is no text.</summary>
    internal async Task<byte[]> Download(string path, string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(person));
        using var response = await _http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    /// <summary>Sends a form of files; a part without a file's name has an empty one.</summary>
    internal Task<HostAnswer> Upload(string path, string person, params (string Part, string FileName, byte[] Bytes)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (part, file, bytes) in parts)
            if (file.Length == 0)
                form.Add(new ByteArrayContent(bytes), part);
            else
                form.Add(new ByteArrayContent(bytes), part, file);
        return Send(HttpMethod.Post, path, person, form);
    }

    internal Task<HostAnswer> Get(string path, string? person = null, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Get, path, person, null, headers);

    internal Task<HostAnswer> Post(string path, string person, string json, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, person, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    internal Task<HostAnswer> Do(string number, string person, string json, params (string Name, string Value)[] headers) =>
        Post($"/api/cases/{number}/commands", person, json, headers);

    /// <summary>What the sweep could not do so far, for a test that waits in vain.</summary>
    internal string Faults()
    {
        using var connection = Place.Database.Connect();
        return string.Join(
            '\n',
            connection.Query<string>("select case_no || ' ' || tries || ' ' || next_try || ' ' || error from sweep_faults")
        );
    }

    /// <summary>Lodges three-certificates for Chen Jie and returns the case's number.</summary>
    internal async Task<string> Lodge(string person = "chen-jie")
    {
        var answer = await Post("/api/cases", person, Lodging);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
        return answer.Json["case"]!.GetValue<string>();
    }

    internal const string Lodging = """
        {"process": "three-certificates",
         "parties": [{"role": "applicant", "person": "chen-jie", "name": "示范商贸有限公司"}],
         "form": {"name": {"is": "text", "text": "示范商贸有限公司"}, "premises": {"is": "text", "text": "自有"}},
         "materials": ["application"]}
        """;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>What came back.</summary>
internal sealed record HostAnswer(int Status, string? MediaType, string Text)
{
    internal JsonNode Json => JsonNode.Parse(Text)!;

    internal string Code => Json["code"]?.GetValue<string>() ?? "";
}
