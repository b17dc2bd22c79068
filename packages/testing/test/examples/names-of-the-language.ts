/** The names of the language, as its own tools list them: what a workspace may use. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const statementNames = words(`
  task.call function.call api.call api.lambda api.request api.stream api.realtime_event ai.agent.run
  ai.external.mcp.tool.list ai.external.mcp.tool.run ai.external.mcp.server_details var var.update array.find
  array.push array.unshift array.shift array.pop array.merge array.find_index array.has array.every array.filter
  array.filter_count conditional continue db.add db.add_or_edit db.del db.direct_query db.edit db.patch db.get db.has
  db.query db.schema db.set_datasource db.transaction db.truncate db.external.mssql.direct_query
  db.external.mysql.direct_query db.external.oracle.direct_query db.external.postgres.direct_query debug.stop foreach
  for function.run group math.sub math.mul math.div math.bitwise.xor math.bitwise.or math.bitwise.and math.add
  redis.unshift redis.incr redis.remove redis.del redis.push redis.ratelimit redis.range redis.decr redis.pop
  redis.get redis.set redis.has redis.shift redis.count redis.keys object.keys object.values object.entries
  precondition return security.create_auth_token security.create_uuid security.encrypt security.create_curve_key
  security.random_bytes security.create_password security.decrypt security.jwe_decode security.jws_encode
  security.jws_decode security.jwe_encode security.create_secret_key security.random_number security.check_password
  stream.from_jsonl storage.create_file_resource storage.sign_private_url storage.create_attachment
  storage.delete_file storage.read_file_resource storage.create_image stream.from_csv stream.from_request switch
  text.starts_with text.icontains text.ltrim text.rtrim text.append text.istarts_with text.iends_with text.ends_with
  text.prepend text.contains text.trim throw try_catch util.template_engine util.set_header util.get_env
  util.get_all_input util.get_input util.sleep util.ip_lookup util.geo_distance while zip.create_archive
  zip.add_to_archive zip.delete_from_archive zip.extract zip.view_contents cloud.azure.storage.sign_url
  cloud.aws.s3.sign_url cloud.aws.s3.list_directory cloud.google.storage.upload_file cloud.elasticsearch.request
  cloud.azure.storage.list_directory cloud.aws.opensearch.document cloud.elasticsearch.document
  cloud.aws.s3.read_file cloud.azure.storage.delete_file cloud.aws.s3.delete_file cloud.google.storage.read_file
  cloud.aws.s3.get_file_info cloud.aws.opensearch.request cloud.google.storage.list_directory
  cloud.google.storage.sign_url cloud.google.storage.get_file_info cloud.azure.storage.get_file_info
  cloud.aws.opensearch.query cloud.aws.s3.upload_file cloud.algolia.request cloud.azure.storage.upload_file
  cloud.google.storage.delete_file cloud.elasticsearch.query cloud.azure.storage.read_file expect.to_equal
  expect.to_start_with expect.to_end_with expect.to_be_greater_than expect.to_be_less_than expect.to_match
  expect.to_not_equal expect.to_contain expect.to_throw expect.to_be_within expect.to_be_true expect.to_be_false
  expect.to_be_in_the_past expect.to_be_in_the_future expect.to_be_defined expect.to_not_be_defined expect.to_be_null
  expect.to_not_be_null expect.to_be_empty db.bulk.add db.bulk.update db.bulk.patch db.bulk.delete math.mod array.map
  array.partition array.group_by array.union array.difference array.intersection await break remove debug.log
  util.get_vars util.post_process util.send_email security.create_rsa_key storage.create_video storage.create_audio
  addon.call middleware.call tool.call trigger.call
`)

export const filterNames = words(`
  deg2rad rad2deg number_format sin asin asinh cos acos acosh tan atan atanh floor ceil round first last count range
  reverse unique safe_array flatten filter_empty filter_empty_text filter_empty_array filter_null filter_empty_object
  sort shuffle diff diff_assoc intersect intersect_assoc merge merge_recursive index_by push pop unshift shift remove
  append prepend abs sqrt exp log log10 ln pow array_min array_max sum avg product eq not_equals greater_than
  greater_than_or_equal less_than less_than_or_equal odd even in add subtract multiply modulus divide bitwise_and
  bitwise_or bitwise_xor not bitwise_not is_null is_empty is_object is_array is_int is_decimal is_bool is_text
  addslashes escape list_encodings detect_encoding to_utf8 from_utf8 convert_encoding to_lower to_upper trim ltrim
  rtrim capitalize substr split join slice strlen strip_html unaccent index iindex starts_with istarts_with ends_with
  iends_with contains icontains set set_conditional set_ifnotempty set_ifnotnull first_notnull first_notempty unset
  transform get has fill fill_keys keys values entries to_expr to_text to_int to_decimal to_bool to_timestamp to_ms
  to_seconds to_minutes to_hours to_days create_object create_object_from_entries json_decode json_encode xml_decode
  csv_parse csv_decode csv_encode csv_create url_decode url_decode_rfc3986 url_encode url_encode_rfc3986 url_addarg
  url_delarg url_hasarg url_getarg url_parse querystring_parse yaml_decode yaml_encode hex2bin bin2hex dechex hexdec
  decbin bindec decoct octdec base_convert base64_decode base64_encode base64_decode_urlsafe base64_encode_urlsafe
  encrypt decrypt jws_encode jws_decode jwe_encode jwe_decode concat sprintf replace secureid_encode secureid_decode
  md5 sha1 sha256 sha384 sha512 hmac_md5 hmac_sha1 hmac_sha256 hmac_sha384 hmac_sha512 create_uid uuid
  parse_timestamp format_timestamp transform_timestamp add_secs_to_timestamp add_ms_to_timestamp regex_matches
  regex_get_first_match regex_get_all_matches regex_quote regex_replace map filter some every find findIndex reduce
  pick unpick min max equals sinh cosh tanh filter_zero filter_false unescape text_escape text_unescape sql_esc
  sql_alias as lambda lambda_map lambda_filter lambda_some lambda_every lambda_find lambda_findIndex lambda_reduce
  to_dec
`)

/** Old spellings that still work, with what they stand for. */
export const aliases: readonly (readonly [alias: string, name: string])[] = words(`
  fsort:sort array_shuffle:shuffle array_diff:diff array_diff_assoc:diff_assoc array_intersect:intersect
  array_intersect_assoc:intersect_assoc array_merge:merge array_merge_recursive:merge_recursive array_push:push
  array_pop:pop array_unshift:unshift array_shift:shift array_remove:remove num_min:min num_max:max eq:equals
  ne:not_equals gt:greater_than gte:greater_than_or_equal lt:less_than lte:less_than_or_equal sub:subtract
  mul:multiply mod:modulus div:divide null:is_null empty:is_empty lower:to_lower upper:to_upper array_slice:slice
  strip_tags:strip_html strip_accents:unaccent strpos:index stripos:iindex array_fill:fill array_fill_keys:fill_keys
  array_keys:keys array_values:values array_entries:entries to_epochms:to_timestamp to_epoch_ms:to_ms
  to_epoch_sec:to_seconds to_epoch_minute:to_minutes to_epoch_hour:to_hours to_epoch_day:to_days
  crypto_jws_encode:jws_encode crypto_jws_decode:jws_decode crypto_jwe_encode:jwe_encode crypto_jwe_decode:jwe_decode
  string_replace:replace uid:create_uid uuid4:uuid epochms_from_format:parse_timestamp epochms_date:format_timestamp
  epochms_transform:transform_timestamp epochms_add_secs:add_secs_to_timestamp epochms_add_ms:add_ms_to_timestamp
  regex_test:regex_matches regex_match:regex_get_first_match regex_match_all:regex_get_all_matches
`).map((pair) => {
  const [alias = '', name = ''] = pair.split(':')
  return [alias, name] as const
})

/** Filters of queries. */
export const queryFilterNames = words(`
  covers l1_distance_manhattan l2_distance_euclidean inner_product negative_inner_product cosine_distance
  cosine_similarity distance within between length floor ceil round to_lower to_upper concat substr coalesce unaccent
  add sub mul div search_rank timestamp_month timestamp_year timestamp_week timestamp_hour timestamp_minute
  timestamp_day_of_month timestamp_day_of_week timestamp_day_of_year timestamp_epoch_day timestamp_epoch_hour
  timestamp_epoch_minute timestamp_epoch_sec timestamp_add_seconds timestamp_subtract_seconds timestamp_add_minutes
  timestamp_subtract_minutes timestamp_add_hours timestamp_subtract_hours timestamp_add_days timestamp_subtract_days
  timestamp_add_months timestamp_subtract_months timestamp_add_years timestamp_subtract_years
`)
