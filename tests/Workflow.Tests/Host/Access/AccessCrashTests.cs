using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;

namespace Workflow.Tests.Host.Access;

/// <summary>The real host is killed right after it answered an auditor: the look is in the log each time.</summary>
[TestFixture]
[Category(Heavy.Category)]
public sealed class AccessCrashTests
{
    private const int Rounds = 5;

    [Test]
    public async Task A_kill_after_the_answer_loses_no_look_of_an_auditor()
    {
        Heavy.Only();
        var folder = Directory.CreateTempSubdirectory("workflow-access-crash-").FullName;
        var file = Path.Combine(folder, "crash.db");
        var (party, auditor) = (await Token(file, "chen-jie"), await Token(file, "xu-min"));
        string? number = null;
        for (var round = 1; round <= Rounds; round++)
        {
            await using var host = ChildHost.Start(file, new DateOnly(2014, 5, 6));
            await host.Ready();
            using var http = new HttpClient { BaseAddress = host.Address };
            number ??= JsonNode.Parse(await Send(http, HttpMethod.Post, "/api/cases", party, RunningHost.Lodging))![
                "case"
            ]!.GetValue<string>();
            await Send(http, HttpMethod.Get, $"/api/cases/{number}/timeline", auditor);
            host.Kill();
            Assert.That(await Looks(file, number), Is.EqualTo(round));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> Send(HttpClient http, HttpMethod method, string path, string token, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private static async Task<string> Token(string file, string person)
    {
        await using var database = Database.OpenFile(file);
        HostSchema.Update(database);
        return new BearerTokens(database, TimeProvider.System).Issue(person, "access test");
    }

    private static async Task<int> Looks(string file, string number)
    {
        await using var database = Database.OpenFile(file);
        return new AccessReads(database).Page(number, null, 100).Count(e => e.Record.Kind == AccessKinds.Audited);
    }
}
