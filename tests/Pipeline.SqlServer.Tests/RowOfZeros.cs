using System.Collections;
using System.Data.Common;

namespace Pipeline.SqlServer.Tests;

/// <summary>
/// One row whose every column is there and is zero, empty or the first day. One row, not none: EF asks for the collections of a split query
/// only when there is somebody who has them.
/// </summary>
internal sealed class RowOfZeros : DbDataReader
{
    // Of a text that holds JSON too: null is a document that suits every type.
    private const string Text = "null";

    private bool _read;

    public override int Depth => 0;

    public override int FieldCount => 0;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int RecordsAffected => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => throw new NotSupportedException();

    public override bool Read() => !_read && (_read = true);

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => false;

    public override bool GetBoolean(int ordinal) => false;

    public override byte GetByte(int ordinal) => 0;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override char GetChar(int ordinal) => '0';

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override DateTime GetDateTime(int ordinal) => default;

    public override decimal GetDecimal(int ordinal) => 0;

    public override double GetDouble(int ordinal) => 0;

    public override float GetFloat(int ordinal) => 0;

    public override Guid GetGuid(int ordinal) => Guid.Empty;

    public override short GetInt16(int ordinal) => 0;

    public override int GetInt32(int ordinal) => 0;

    public override long GetInt64(int ordinal) => 0;

    public override string GetString(int ordinal) => Text;

    public override T GetFieldValue<T>(int ordinal) =>
        typeof(T) == typeof(byte[]) ? (T)(object)Array.Empty<byte>()
        : typeof(T) == typeof(string) ? (T)(object)Text
        : default!;

    public override object GetValue(int ordinal) => 0;

    public override int GetValues(object[] values) => 0;

    public override string GetName(int ordinal) => throw new NotSupportedException();

    public override int GetOrdinal(string name) => throw new NotSupportedException();

    public override string GetDataTypeName(int ordinal) => throw new NotSupportedException();

    public override Type GetFieldType(int ordinal) => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();
}
