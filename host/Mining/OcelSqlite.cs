using Microsoft.Data.Sqlite;
using Workflow.Mining.Exporting;

namespace Workflow.Host.Mining;

/// <summary>Writes an object-centric log as a SQLite file of OCEL 2.0: a table for all events and one for each type, and the same for objects.</summary>
public static class OcelSqlite
{
    /// <summary>Writes a new file.</summary>
    /// <param name="file">The file; it must not exist.</param>
    /// <param name="cases">The cases, told once.</param>
    public static void Write(string file, IEnumerable<LoggedCase> cases)
    {
        // Nobody else has the file, and it is thrown away when writing fails: nothing is gained by a journal.
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Run(connection, "pragma journal_mode=off; pragma synchronous=off; pragma foreign_keys=on; begin");
        Run(connection, Schema());
        using var rows = new OcelRows(connection);
        foreach (var told in cases.Select(c => new OcelCase(c)))
            Write(rows, told);
        // Relations may name what comes later; whatever is missing in the end fails here.
        Run(connection, "commit");
    }

    private static void Write(OcelRows rows, OcelCase told)
    {
        foreach (var happened in told.Events)
            rows.Write(happened);
        foreach (var thing in told.Objects)
            rows.Write(thing);
    }

    /// <summary>Returns a type's name as it may stand in a table's: letters and digits.</summary>
    public static string Mapped(string type) => string.Concat(type.Split('.', '-').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));

    private static string Schema() => string.Join('\n', Tables().Concat(Types()));

    private static IEnumerable<string> Tables() =>
        [
            "create table event_map_type (ocel_type text not null primary key, ocel_type_map text not null);",
            "create table object_map_type (ocel_type text not null primary key, ocel_type_map text not null);",
            All("event"),
            All("object"),
            $"create table event_object (ocel_event_id text not null {Named("event")}, ocel_object_id text not null {Named("object")}, "
                + "ocel_qualifier text not null, primary key (ocel_event_id, ocel_object_id, ocel_qualifier));",
            $"create table object_object (ocel_source_id text not null {Named("object")}, ocel_target_id text not null {Named("object")}, "
                + "ocel_qualifier text not null, primary key (ocel_source_id, ocel_target_id, ocel_qualifier));",
        ];

    private static string All(string what) =>
        $"create table {what} (ocel_id text not null primary key, "
        + $"ocel_type text not null references {what}_map_type (ocel_type) deferrable initially deferred);";

    private static string Named(string what) => $"references {what} (ocel_id) deferrable initially deferred";

    private static IEnumerable<string> Types() => Ocel.EventTypes.SelectMany(Events).Concat(Ocel.ObjectTypes.SelectMany(Objects));

    private static IEnumerable<string> Events(string type) =>
        [
            $"insert into event_map_type values ('{type}', '{Mapped(type)}');",
            $"create table event_{Mapped(type)} (ocel_id text not null primary key {Named("event")}, "
                + $"ocel_time timestamp not null{Columns(Ocel.EventAttributes)});",
        ];

    private static IEnumerable<string> Objects(OcelObjectType type) =>
        [
            $"insert into object_map_type values ('{type.Name}', '{Mapped(type.Name)}');",
            $"create table object_{Mapped(type.Name)} (ocel_id text not null {Named("object")}, "
                + $"ocel_time timestamp not null, ocel_changed_field text{Columns(type.Attributes)});",
        ];

    private static string Columns(IEnumerable<OcelAttributeType> attributes) =>
        string.Concat(attributes.Select(a => $", \"{a.Name}\" {(a.Type == "time" ? "timestamp" : "text")}"));

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
