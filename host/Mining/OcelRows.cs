using Microsoft.Data.Sqlite;
using Workflow.Mining.Exporting;

namespace Workflow.Host.Mining;

/// <summary>Inserts events and objects; each statement is prepared once.</summary>
/// <param name="connection">The open file.</param>
internal sealed class OcelRows(SqliteConnection connection) : IDisposable
{
    // What an object holds from its first moment on is its beginning; OCEL dates that before all changes.
    private static readonly DateTimeOffset Beginning = DateTimeOffset.UnixEpoch;

    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    internal void Write(OcelEvent happened)
    {
        Insert("event", happened.Id, happened.Type);
        Insert(
            $"event_{OcelSqlite.Mapped(happened.Type)}",
            [
                happened.Id,
                OcelJson.Moment(happened.At),
                .. Ocel.EventAttributes.Select(a => happened.Values.FirstOrDefault(v => v.Name == a.Name)?.Value),
            ]
        );
        foreach (var about in happened.Objects.Distinct())
            Insert("event_object", happened.Id, about.Object, about.Qualifier);
    }

    internal void Write(OcelObject thing)
    {
        Insert("object", thing.Id, thing.Type);
        var attributes = Ocel.ObjectTypes.First(t => t.Name == thing.Type).Attributes;
        var first = thing.Values.DistinctBy(v => v.Name).ToList();
        var begun = attributes.Select(a => first.Find(v => v.Name == a.Name)?.Value);
        Insert(Table(thing), [thing.Id, OcelJson.Moment(Beginning), null, .. begun]);
        foreach (var changed in thing.Values.Except(first))
            Insert(Table(thing), [thing.Id, OcelJson.Moment(changed.From), changed.Name, .. attributes.Select(a => Only(changed, a))]);
        foreach (var relation in thing.Objects.Distinct())
            Insert("object_object", thing.Id, relation.Object, relation.Qualifier);
    }

    private static string? Only(OcelTimedValue changed, OcelAttributeType attribute) =>
        attribute.Name == changed.Name ? changed.Value : null;

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
    }

    private static string Table(OcelObject thing) => $"object_{OcelSqlite.Mapped(thing.Type)}";

    private void Insert(string table, params ReadOnlySpan<string?> values)
    {
        if (!_prepared.TryGetValue(table, out var command))
            _prepared[table] = command = Prepare(table, values.Length);
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = (object?)values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string table, int columns)
    {
        var command = connection.CreateCommand();
        for (var i = 0; i < columns; i++)
            command.Parameters.Add($"@p{i}", SqliteType.Text);
        command.CommandText = $"insert into {table} values ({string.Join(", ", Enumerable.Range(0, columns).Select(i => $"@p{i}"))})";
        return command;
    }
}
