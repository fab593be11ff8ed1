package io.figcast.compute.memo;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.OneArgFunction;
import org.luaj.vm2.lib.VarArgFunction;
import org.luaj.vm2.lib.jse.JsePlatform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.BulkType;
import io.vertx.redis.client.impl.types.MultiType;
import io.vertx.redis.client.impl.types.NumberType;

/**
 * A Redis of plain maps in which the shipped scripts run, in Lua. It knows the commands that they use and no others;
 * {@code LuaRedisIT} compares it with a real one.
 */
public final class LuaRedis {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Compiled once for all simulations, and bound to the globals of each. */
    private static final Map<String, Prototype> COMPILED = new HashMap<>();

    private record Kept(String value, Instant until) {
    }

    private final InstantSource clock;
    private final Map<String, Kept> kept = new TreeMap<>();
    private final Globals globals = JsePlatform.standardGlobals();
    private final Map<String, LuaValue> functions = new HashMap<>();

    public LuaRedis(InstantSource clock) {
        this.clock = clock;
        LuaTable redis = new LuaTable();
        redis.set("call", new Call());
        redis.set("pcall", new Call());
        globals.set("redis", redis);
        LuaTable cjson = new LuaTable();
        cjson.set("decode", new Decode());
        globals.set("cjson", cjson);
    }

    public Response run(String script, List<String> keys, List<String> arguments) {
        globals.set("KEYS", table(keys));
        globals.set("ARGV", table(arguments));
        return response(functions.computeIfAbsent(script, this::function).call());
    }

    private LuaValue function(String script) {
        return new org.luaj.vm2.LuaClosure(COMPILED.computeIfAbsent(script, text -> {
            try {
                return globals.compilePrototype(new StringReader(text), "script");
            } catch (java.io.IOException e) {
                throw new IllegalArgumentException(e);
            }
        }), globals);
    }

    public String get(String key) {
        Kept found = kept.get(key);
        if (found != null && found.until != null && !found.until.isAfter(clock.instant())) {
            kept.remove(key);
            return null;
        }
        return found == null ? null : found.value;
    }

    /** Milliseconds; -1 without an end, -2 if there is none. */
    public long pttl(String key) {
        if (get(key) == null) {
            return -2;
        }
        Instant until = kept.get(key).until;
        return until == null ? -1 : Duration.between(clock.instant(), until).toMillis();
    }

    public void set(String key, String value, Duration life) {
        kept.put(key, new Kept(value, life == null ? null : clock.instant().plus(life)));
    }

    public boolean delete(String key) {
        boolean was = get(key) != null;
        kept.remove(key);
        return was;
    }

    public List<String> keys() {
        return List.copyOf(kept.keySet()).stream().filter(key -> get(key) != null).toList();
    }

    public void flush() {
        kept.clear();
    }

    private LuaValue command(List<String> words) {
        return switch (words.get(0)) {
            case "GET" -> {
                String value = get(words.get(1));
                yield value == null ? LuaValue.FALSE : LuaValue.valueOf(value);
            }
            case "SET" -> {
                set(words.get(1), words.get(2), words.size() == 3 ? null : Duration.ofMillis(Long.parseLong(px(words))));
                yield ok();
            }
            case "EXISTS" -> LuaValue.valueOf((int) words.stream().skip(1).filter(key -> get(key) != null).count());
            case "DEL", "UNLINK" -> LuaValue.valueOf((int) words.stream().skip(1).filter(this::delete).count());
            case "PTTL" -> LuaValue.valueOf((double) pttl(words.get(1)));
            case "PEXPIRE" -> {
                String value = get(words.get(1));
                if (value != null) {
                    set(words.get(1), value, Duration.ofMillis(Long.parseLong(words.get(2))));
                }
                yield LuaValue.valueOf(value == null ? 0 : 1);
            }
            default -> throw new LuaError("no such command: " + words);
        };
    }

    private static String px(List<String> words) {
        if (words.size() != 5 || !words.get(3).equals("PX")) {
            throw new LuaError("no such form of SET: " + words);
        }
        return words.get(4);
    }

    private static LuaTable ok() {
        LuaTable ok = new LuaTable();
        ok.set("ok", "OK");
        return ok;
    }

    private static LuaTable table(List<String> values) {
        LuaTable table = new LuaTable();
        values.forEach(value -> table.set(table.length() + 1, LuaValue.valueOf(value)));
        return table;
    }

    /** What a script's value is to a client: false is nothing, and a table ends at its first nil. */
    private static Response response(LuaValue value) {
        if (value.istable()) {
            int size = 0;
            while (!value.get(size + 1).isnil()) {
                size++;
            }
            MultiType all = MultiType.create(size, false);
            for (int i = 1; i <= size; i++) {
                all.add(response(value.get(i)));
            }
            return all;
        }
        if (value.isboolean() || value.isnil()) {
            return value.toboolean() ? NumberType.create(1) : null;
        }
        return value.type() == LuaValue.TNUMBER ? NumberType.create(value.tolong())
                : BulkType.create(Buffer.buffer(value.tojstring()), false);
    }

    private static LuaValue lua(JsonNode json) {
        if (json.isObject()) {
            LuaTable table = new LuaTable();
            json.fields().forEachRemaining(field -> table.set(field.getKey(), lua(field.getValue())));
            return table;
        }
        return json.isNumber() ? LuaValue.valueOf(json.doubleValue())
                : json.isBoolean() ? LuaValue.valueOf(json.booleanValue()) : LuaValue.valueOf(json.asText());
    }

    private final class Call extends VarArgFunction {

        @Override
        public Varargs invoke(Varargs words) {
            List<String> command = new ArrayList<>();
            for (int i = 1; i <= words.narg(); i++) {
                command.add(words.arg(i).checkjstring());
            }
            return command(command);
        }
    }

    private static final class Decode extends OneArgFunction {

        @Override
        public LuaValue call(LuaValue text) {
            try {
                return lua(JSON.readTree(text.checkjstring()));
            } catch (JsonProcessingException e) {
                throw new LuaError(e);
            }
        }
    }
}
