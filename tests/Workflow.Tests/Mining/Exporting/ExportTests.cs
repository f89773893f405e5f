using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Data.Sqlite;
using Workflow.Definitions.Due;
using Workflow.Engine.Record.Values;
using Workflow.Host.Mining;
using Workflow.Mining.Exporting;

namespace Workflow.Tests.Mining.Exporting;

[NonParallelizable]
public sealed class ExportTests
{
    private static readonly Lazy<LoggedCase[]> All = new(() =>
        [
            .. ShippedStories
                .Readings.SelectMany(r => r.Scenarios)
                .Take(12)
                .Select(s => ShippedStories.Played(s).Door)
                .SelectMany(
                    (door, i) =>
                        door
                            .Cases.Select(number =>
                                CaseTelling.Tell(ShippedStories.World.Bound(door.State(number)!.Definition), door.Entries(number))
                            )
                            .Select(told => Renamed(told, i))
                ),
        ]
    );

    private static IEnumerable<LoggedCase> Cases => All.Value;

    [Test]
    public void Nobody_is_told_to_act_in_a_post_that_the_entry_does_not_give_them()
    {
        var (held, parties) = (0, 0);
        foreach (
            var (told, entries) in ShippedStories
                .Readings.SelectMany(r => r.Scenarios)
                .Take(12)
                .Select(s => ShippedStories.Played(s).Door)
                .SelectMany(door =>
                    door.Cases.Select(n =>
                        (CaseTelling.Tell(ShippedStories.World.Bound(door.State(n)!.Definition), door.Entries(n)), door.Entries(n))
                    )
                )
        )
        {
            foreach (var e in told.Events.Where(e => e.Role is not null))
            {
                var entry = entries.Single(x => e.Id.StartsWith($"{x.Case}/{x.Number}/", StringComparison.Ordinal));
                var posts = entry.Stamp.Facts.People.Where(p => p.Id == e.Actor).SelectMany(p => p.Posts).ToList();
                if (e.Organisation is null)
                    Assert.That(told.State.Parties.Select(p => (p.Role, p.Person)), Does.Contain((e.Role!, e.Actor)), $"{e.Id} {e.Kind}");
                else
                    Assert.That(posts, Does.Contain(new Post(e.Organisation, e.Role!)), $"{e.Id} {e.Kind}");
                (held, parties) = (held + (e.Organisation is null ? 0 : 1), parties + (e.Organisation is null ? 1 : 0));
            }
        }

        Assert.That((held > 100, parties > 10), Is.EqualTo((true, true)), $"{held} {parties}");
    }

    [Test]
    public void A_step_that_a_party_opens_is_assigned_to_the_post_and_told_of_the_party()
    {
        var opened = Cases.First(c => c.Process.Definition.Id == "joint-acceptance").Events.First(e => e.Kind == "step.opened");
        Assert.That((opened.Role, opened.Organisation, opened.Assigned), Is.EqualTo(("applicant", (string?)null, "window.clerk")));
    }

    [Test]
    public void A_log_keeps_the_rules_of_the_standard()
    {
        var stream = new MemoryStream();
        using (var writer = new XesWriter(stream))
            foreach (var told in Cases.Some())
                writer.Write(told);
        stream.Position = 0;
        var document = XDocument.Load(stream);
        Assert.That(XesRules.Faults(document), Is.Empty);
        Assert.That(document.Root!.Elements().Count(e => e.Name.LocalName == "trace"), Is.EqualTo(Cases.Count()));
    }

    [Test]
    public void Characters_that_xml_has_not_are_replaced()
    {
        var told = Cases.First();
        var stream = new MemoryStream();
        using (var writer = new XesWriter(stream))
            writer.Write(told with { Events = [told.Events[0] with { Activity = "a\u0001b\ud800c😀\"<&" }] });
        stream.Position = 0;
        Assert.That(
            XDocument.Load(stream).Descendants().First(e => e.Name.LocalName == "event").Elements().First().Attribute("value")!.Value,
            Is.EqualTo("a\ufffdb\ufffdc😀\"<&")
        );
    }

    [Test]
    public void An_object_centric_log_refers_only_to_what_it_has()
    {
        var log = Ocel();
        var (events, objects) = (log["events"]!.AsArray(), log["objects"]!.AsArray());
        var ids = objects.Select(o => (string)o!["id"]!).ToHashSet();
        Assert.That(ids, Has.Count.EqualTo(objects.Count));
        Assert.That(events.Select(e => (string)e!["id"]!).Distinct().Count(), Is.EqualTo(Cases.Sum(c => c.Events.Length)));
        Assert.That(
            events
                .Concat(objects)
                .SelectMany(x => x!["relationships"]!.AsArray())
                .Select(r => (string)r!["objectId"]!)
                .Where(id => !ids.Contains(id)),
            Is.Empty
        );
        Types(log, "eventTypes", events);
        Types(log, "objectTypes", objects);
    }

    [Test]
    public void Every_type_of_object_occurs_and_a_clock_that_moved_has_two_last_days()
    {
        var objects = Ocel()["objects"]!.AsArray();
        Assert.That(
            objects.Select(o => (string)o!["type"]!).Distinct(),
            Is.EquivalentTo(new[] { "case", "certificate", "task", "material", "clock", "notice" })
        );
        var due = objects
            .Where(o => (string)o!["type"]! == "clock")
            .Select(o => o!["attributes"]!.AsArray().Where(a => (string)a!["name"]! == "due").ToList())
            .First(d => d.Count > 1);
        Assert.That(due.Select(d => (string)d!["value"]!).Distinct().Count(), Is.GreaterThan(1));
        Assert.That(due.Select(d => DateTimeOffset.Parse((string)d!["time"]!)), Is.Ordered);
    }

    [Test]
    public void The_sqlite_form_holds_the_same_as_the_json_form()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("workflow-ocel-").FullName, "log.sqlite");
        OcelSqlite.Write(file, Cases);
        var log = Ocel();
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            Assert.That(Count(connection, "event"), Is.EqualTo(log["events"]!.AsArray().Count));
            Assert.That(Count(connection, "object"), Is.EqualTo(log["objects"]!.AsArray().Count));
            Assert.That(
                Count(connection, "event_object"),
                Is.EqualTo(
                    log["events"]!.AsArray().Sum(e => e!["relationships"]!.AsArray().Select(r => r!.ToJsonString()).Distinct().Count())
                )
            );
            Assert.That(
                Count(connection, "event e join event_map_type m on m.ocel_type = e.ocel_type"),
                Is.EqualTo(Count(connection, "event"))
            );
            Assert.That(Count(connection, "object_Clock where ocel_changed_field = 'due'"), Is.GreaterThan(0));
            Assert.That(Count(connection, "pragma_foreign_key_check"), Is.Zero);
            Assert.That(ForeignKeys(connection, "event_object"), Is.EqualTo(new[] { "ocel_event_id event", "ocel_object_id object" }));
            Assert.That(ForeignKeys(connection, "object_object"), Is.EqualTo(new[] { "ocel_source_id object", "ocel_target_id object" }));
            Assert.That(ForeignKeys(connection, "event"), Is.EqualTo(new[] { "ocel_type event_map_type" }));
            Assert.That(ForeignKeys(connection, "object"), Is.EqualTo(new[] { "ocel_type object_map_type" }));
            Assert.That(ForeignKeys(connection, "object_Clock"), Is.EqualTo(new[] { "ocel_id object" }));
            Assert.That(
                Count(connection, "event_object r left join object o on o.ocel_id = r.ocel_object_id where o.ocel_id is null"),
                Is.Zero
            );
        }

        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Test]
    public void The_csv_form_has_a_row_for_each_event()
    {
        var text = new StringWriter();
        var csv = new LogCsv(text);
        foreach (var told in Cases.Some())
            csv.Write(told);
        var (reader, rows) = (new CsvReader(new StringReader(text.ToString())), new List<CsvRow>());
        while (reader.Read() is { } row)
            rows.Add(row);
        Assert.That(rows, Has.Count.EqualTo(1 + Cases.Sum(c => c.Events.Length)));
        Assert.That(rows.Select(r => (r.Fields.Length, r.Fault)).Distinct(), Is.EqualTo(new[] { (14, (string?)null) }));
    }

    [Test, Category(Heavy.Category)]
    public void A_million_events_pass_in_bounded_memory()
    {
        Heavy.Only();
        var (most, events) = (0L, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using (var writer = new XesWriter(Stream.Null))
            foreach (var told in Endless().TakeWhile(_ => events < 1_000_000))
                Pass(told, writer.Write);
        events = 0;
        OcelJson.Write(Stream.Null, () => Endless().Take(6_000).Select(told => Pass(told, _ => { })));
        Assert.That(events, Is.GreaterThan(400_000));
        Assert.That(most - before, Is.LessThan(32L << 20));

        LoggedCase Pass(LoggedCase told, Action<LoggedCase> write)
        {
            write(told);
            events += told.Events.Length;
            if (events / 100_000 != (events - told.Events.Length) / 100_000)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            return told;
        }
    }

    private static IEnumerable<LoggedCase> Endless()
    {
        for (var i = 0; ; i++)
            yield return Renamed(All.Value[i % All.Value.Length], i + 1_000);
    }

    private static JsonNode Ocel()
    {
        var stream = new MemoryStream();
        OcelJson.Write(stream, () => Cases);
        return JsonNode.Parse(stream.ToArray())!;
    }

    private static void Types(JsonNode log, string key, JsonArray things)
    {
        var known = log[key]!
            .AsArray()
            .ToDictionary(t => (string)t!["name"]!, t => t!["attributes"]!.AsArray().Select(a => (string)a!["name"]!).ToHashSet());
        foreach (var thing in things)
            Assert.That(
                thing!["attributes"]!.AsArray().Select(a => (string)a!["name"]!).Distinct(),
                Is.SubsetOf(known[(string)thing["type"]!])
            );
    }

    private static List<string> ForeignKeys(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""select "from" || ' ' || "table" from pragma_foreign_key_list('{table}') order by 1""";
        using var read = command.ExecuteReader();
        List<string> keys = [];
        while (read.Read())
            keys.Add(read.GetString(0));
        return keys;
    }

    private static long Count(SqliteConnection connection, string from)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from {from}";
        return (long)command.ExecuteScalar()!;
    }

    // Each story numbers its cases from one: together they need numbers of their own.
    private static LoggedCase Renamed(LoggedCase told, int story) =>
        told with
        {
            Number = $"{told.Number}-{story}",
            Events = [.. told.Events.Select(e => e with { Id = $"{e.Id}-{story}" })],
        };
}
