using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Workflow.Tests.Support.Hosts;

/// <summary>One client of a host that is killed: it keeps what was acknowledged, and sends again what was not.</summary>
internal sealed class CrashClient(int id, int seed, IReadOnlyDictionary<string, string> tokens)
{
    private readonly Random _random = new(seed);
    private readonly List<(Sent Sent, Acknowledgement Answer)> _done = [];
    private int _round;
    private int _sent;
    private Sent? _unanswered;

    internal IReadOnlyList<Acknowledgement> Acknowledged => [.. _done.Select(d => d.Answer)];

    /// <summary>What broke a promise, in words.</summary>
    internal List<string> Complaints { get; } = [];

    internal int Retried { get; private set; }

    /// <summary>How many commands were on disk when the host died before it answered.</summary>
    internal int Late { get; private set; }

    /// <summary>Sends until the host is dead.</summary>
    internal async Task Work(Uri address, int round, CancellationToken killed)
    {
        _round = round;
        using var http = new HttpClient { BaseAddress = address };
        try
        {
            if (_unanswered is { } again && await Send(http, again) is { Repeated: true })
                Late++;
            if (Remembered() is [_, ..] remembered)
                await Retry(http, remembered[_random.Next(remembered.Count)]);
            while (!killed.IsCancellationRequested)
                await OneCase(http);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException) { }
    }

    /// <summary>Sends commands again after the last kill, the latest first.</summary>
    internal async Task RetryAll(Uri address, int round, int most)
    {
        _round = round;
        using var http = new HttpClient { BaseAddress = address };
        if (_unanswered is { } again && await Send(http, again) is { Repeated: true })
            Late++;
        foreach (var done in Remembered().TakeLast(most).Reverse())
            await Retry(http, done);
    }

    // Keys are kept a month, and a round is two days.
    private List<(Sent Sent, Acknowledgement Answer)> Remembered() => [.. _done.Where(d => d.Sent.Round > _round - 15)];

    // Some cases are left alone, so that their clocks run out.
    private async Task OneCase(HttpClient http)
    {
        var name = $"示范 {id} {_sent}";
        var lodged = await Send(
            http,
            Next(
                "chen-jie",
                "/api/cases",
                $$"""{"process": "three-certificates", "parties": [{"role": "applicant", "person": "chen-jie", "name": "{{name}}"}], "form": {"name": "{{name}}", "premises": "自有"}, "materials": ["application"]}"""
            )
        );
        if (lodged is null)
            return;
        var path = $"/api/cases/{lodged.Case}/commands";
        await Send(
            http,
            Next("wang-fang", path, """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""")
        );
        if (_random.Next(2) == 0)
            return;
        await Send(http, Next("wang-fang", path, """{"do": "complete", "step": "acceptance", "outcome": "accept"}"""));
        if (_random.Next(2) == 0)
            return;
        await Send(
            http,
            Next(
                "li-ming",
                path,
                $$$"""{"do": "complete", "step": "licence", "outcome": "grant", "numbers": {"business-licence": "440101{{{lodged.Case[^6..]}}}456"}}"""
            )
        );
    }

    private Sent Next(string person, string path, string body) => new($"{id}/{_sent++}", _round, person, path, body);

    private async Task<Acknowledgement?> Send(HttpClient http, Sent sent)
    {
        _unanswered = sent;
        var (status, text) = await Post(http, sent);
        _unanswered = null;
        // A clock may have been faster than the client.
        if (status == 409)
            return null;
        if (status is not (200 or 201))
        {
            Complaints.Add($"{sent.Key}: {status} {text}");
            return null;
        }

        var answer = Acknowledgement.Of(text);
        _done.Add((sent, answer));
        return answer;
    }

    private async Task Retry(HttpClient http, (Sent Sent, Acknowledgement Answer) done)
    {
        var (status, text) = await Post(http, done.Sent);
        Retried++;
        if (status is not (200 or 201) || Acknowledgement.Of(text) != done.Answer with { Repeated = true })
            Complaints.Add($"{done.Sent.Key}: first {done.Answer}, then {status} {text}");
    }

    private async Task<(int Status, string Text)> Post(HttpClient http, Sent sent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, sent.Path)
        {
            Content = new StringContent(sent.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[sent.Person]);
        request.Headers.Add("Idempotency-Key", sent.Key);
        using var response = await http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private sealed record Sent(string Key, int Round, string Person, string Path, string Body);
}

/// <summary>What the host promised.</summary>
internal sealed record Acknowledgement(string Case, long Entry, bool Repeated, string Events)
{
    internal static Acknowledgement Of(string text)
    {
        var json = JsonNode.Parse(text)!;
        return new Acknowledgement(
            json["case"]!.GetValue<string>(),
            json["entry"]!.GetValue<long>(),
            json["repeated"]!.GetValue<bool>(),
            json["events"]!.ToJsonString()
        );
    }
}
