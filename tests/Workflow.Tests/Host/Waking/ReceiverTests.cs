using System.Text.Json.Nodes;
using Workflow.Host.Telemetry;
using Workflow.Host.Waking;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Tests.Host.Waking;

/// <summary>What leaves the host, sent to a real receiver.</summary>
[NonParallelizable]
public sealed class ReceiverTests
{
    [Test]
    public async Task A_message_that_was_not_taken_is_sent_again_under_the_same_id_before_those_behind_it()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-relay");
        await using (var receiver = await LocalReceiver.Start(500))
        await using (var office = await TestOffice.Open(SqliteDialect.ForFile(Path.Combine(folder.FullName, "w.db"))))
        {
            using var http = new HttpClient();
            var number = (await office.Write(null, SmallPermit.Lodge())).Case;
            await office.Write(number, SmallPermit.Receive());
            await office.Write(number, SmallPermit.Grant());
            var relay = new Relay(new Outbox(office.Database), Relay.ToWebhook(http, receiver.Address), office.Time);
            await relay.Run(default);
            await relay.Run(default);
            Assert.That(
                receiver.All.Select(r => r.Headers["Message-Id"]),
                Is.EqualTo(new[] { $"{number}/1/0" }),
                "what waits behind a failed one waits with it"
            );
            office.Time.Now += TimeSpan.FromMinutes(1);
            await relay.Run(default);
            await relay.Run(default);
            Assert.Multiple(() =>
            {
                Assert.That(
                    receiver.All.Select(r => r.Headers["Message-Kind"]),
                    Is.EqualTo(new[] { "case.lodged", "case.lodged", "document.issued", "case.concluded" })
                );
                Assert.That(receiver.All[1].Headers["Message-Id"], Is.EqualTo(receiver.All[0].Headers["Message-Id"]));
                Assert.That(receiver.All.Skip(1).Select(r => r.Headers["Message-Id"]), Is.Unique);
                Assert.That(receiver.All[1].Body, Is.EqualTo(receiver.All[0].Body));
                Assert.That(receiver.All[2].Headers["Content-Type"], Is.EqualTo("application/json; charset=utf-8"));
                Assert.That(JsonNode.Parse(receiver.All[2].Text)!["number"]!.GetValue<string>(), Is.EqualTo("许〔2026〕1号"));
            });
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    // The receiver has the message, but the host stops before it has written that down: it comes again, under the same id.
    [Test]
    public async Task A_message_whose_answer_was_lost_is_sent_again()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-relay");
        await using (var receiver = await LocalReceiver.Start())
        await using (var office = await TestOffice.Open(SqliteDialect.ForFile(Path.Combine(folder.FullName, "w.db"))))
        {
            using var http = new HttpClient();
            await office.Write(null, SmallPermit.Lodge());
            var send = Relay.ToWebhook(http, receiver.Address);
            using var host = new CancellationTokenSource();
            var stopped = new Relay(
                new Outbox(office.Database),
                async (row, c) =>
                {
                    await send(row, c);
                    await host.CancelAsync();
                    throw new OperationCanceledException("the host stops here");
                },
                office.Time
            );
            await Assert.ThrowsAsync<OperationCanceledException>(() => stopped.Run(host.Token));
            await new Relay(new Outbox(office.Database), send, office.Time).Run(default);
            Assert.That(receiver.All.Select(r => r.Headers["Message-Id"]).Distinct().Single(), Is.Not.Empty);
            Assert.That(receiver.All, Has.Count.EqualTo(2));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Test]
    public async Task An_entry_that_nobody_can_read_holds_up_its_own_case_alone()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-relay");
        await using (var office = await TestOffice.Open(SqliteDialect.ForFile(Path.Combine(folder.FullName, "w.db"))))
        {
            var broken = (await office.Write(null, SmallPermit.Lodge())).Case;
            var whole = (await office.Write(null, SmallPermit.Lodge())).Case;
            using (var connection = office.Database.Connect())
                Dapper.SqlMapper.Execute(
                    connection,
                    "update entries set body = substr(body, 1, length(body) - 1) where case_no = @broken",
                    new { broken }
                );
            var sent = new List<string>();
            var relay = new Relay(
                new Outbox(office.Database),
                (row, _) =>
                {
                    sent.Add(row.Case);
                    return Task.CompletedTask;
                },
                office.Time
            );
            await relay.Run(default);
            await relay.Run(default);
            Assert.That(sent.Distinct(), Is.EqualTo(new[] { whole }));
            Assert.That(sent, Is.Unique, "what was sent is not sent again");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Test]
    public async Task The_host_posts_what_happens_to_its_webhook()
    {
        await using var receiver = await LocalReceiver.Start();
        await using var host = await RunningHost.Start(sweeps: true, webhook: receiver.Address);
        var number = await host.Lodge();
        await receiver.Until(1);
        Assert.That(
            (receiver.All[0].Method, receiver.All[0].Headers["Message-Id"], receiver.All[0].Headers["Message-Kind"]),
            Is.EqualTo(("POST", $"{number}/1/0", "case.lodged"))
        );
    }

    [Test]
    public async Task Traces_and_metrics_reach_the_receiver_that_the_environment_names()
    {
        await using var receiver = await LocalReceiver.Start();
        using (new Variables((Exporting.Variable, receiver.Address.ToString()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            await using var host = await RunningHost.Start();
            await host.Lodge();
        }

        var traces = receiver.All.Where(r => r.Path == "/v1/traces").ToList();
        var metrics = receiver.All.Where(r => r.Path == "/v1/metrics").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(receiver.All.Select(r => r.Headers["Content-Type"]).Distinct(), Is.EqualTo(new[] { "application/x-protobuf" }));
            Assert.That(traces.Select(r => r.Text), Has.Some.Contains("service.name").And.Some.Contains("workflow"));
            Assert.That(traces.Select(r => r.Text), Has.Some.Contains("Microsoft.AspNetCore"));
            Assert.That(metrics.Select(r => r.Text), Has.Some.Contains("workflow.commands").And.Some.Contains("workflow.due.oldest_age"));
        });
    }

    // Set for one test; the exporter reads them when it is made.
    private sealed class Variables : IDisposable
    {
        private readonly (string Name, string? Before)[] _before;

        internal Variables(params (string Name, string Value)[] set)
        {
            _before = [.. set.Select(v => (v.Name, Environment.GetEnvironmentVariable(v.Name)))];
            foreach (var (name, value) in set)
                Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose()
        {
            foreach (var (name, before) in _before)
                Environment.SetEnvironmentVariable(name, before);
        }
    }
}
